import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { configPath } from "./settings.ts";
import { type CliBench, cliBench, list, writeDotEnv } from "./testing.ts";

let bench: CliBench;
beforeAll(async () => {
  bench = await cliBench();
});
afterAll(() => bench.close());
beforeEach(() => {
  rmSync(join(bench.homeDir, ".offerhub"), { recursive: true, force: true });
  rmSync(join(bench.homeDir, ".env"), { force: true });
  bench.answer({ "GET /auth/api-keys": list([]) });
});

const credentialUsed = async (env: Record<string, string>): Promise<string | undefined> => {
  const ran = await bench.run(["keys", "list"], { env });
  expect([ran.exitCode, ran.stderr]).toEqual([0, ""]);
  return bench.seen()[0]?.headers.authorization;
};

test("the environment goes before .env, and .env before the file in the home directory", async () => {
  await bench.run(["config", "set", "--api-url", bench.apiUrl, "--api-key", "from-home"]);
  expect(await credentialUsed({})).toBe("Bearer from-home");
  writeDotEnv(bench, "OFFERHUB_API_KEY=from-dot-env\n");
  bench.answer({ "GET /auth/api-keys": list([]) });
  expect(await credentialUsed({})).toBe("Bearer from-dot-env");
  bench.answer({ "GET /auth/api-keys": list([]) });
  expect(await credentialUsed({ OFFERHUB_API_KEY: "from-env" })).toBe("Bearer from-env");
});

test("config set keeps what was set before, in a file that only its owner reads", async () => {
  await bench.run(["config", "set", "--api-url", bench.apiUrl]);
  await bench.run(["config", "set", "--api-key", "ohk_later"]);
  const path = configPath(bench.homeDir);
  expect(JSON.parse(readFileSync(path, "utf8"))).toEqual({ apiUrl: bench.apiUrl, apiKey: "ohk_later" });
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test("config set prints a fresh wallet key in crypto mode, and none otherwise", async () => {
  const set = (env: Record<string, string>) => bench.run(["config", "set", "--api-url", bench.apiUrl], { env });
  const [first, second] = [await set({}), await set({})].map(
    ({ stdout }) => /^WALLET_ENCRYPTION_KEY=([0-9a-f]{64})$/m.exec(stdout)?.[1],
  );
  expect(first).toBeDefined();
  expect(second).not.toBe(first);
  expect((await set({ PAYMENT_PROVIDER: "airtm" })).stdout).not.toContain("WALLET_ENCRYPTION_KEY");
});

test("config show says where each setting comes from, and never the whole key", async () => {
  const secret = "ohk_live_key_0123456789";
  const { stdout } = await bench.run(["config", "show"], { env: { OFFERHUB_API_KEY: secret } });
  expect(stdout).toMatch(/apiKey\s+ohk_live…6789\s+OFFERHUB_API_KEY/);
  expect(stdout).toMatch(/apiUrl\s+–\s+not set/);
  expect(stdout).not.toContain(secret);
});

test.each([
  [["config", "set"], "nothing to set"],
  [["config", "set", "--api-url", "ftp://x"], "no http or https address"],
  [["keys", "list"], "no address: set OFFERHUB_API_URL"],
])("%j without what it needs says what is missing and changes nothing", async (args, reason) => {
  const { exitCode, stderr, stdout } = await bench.run(args, { env: {} });
  expect([exitCode, stdout]).toEqual([1, ""]);
  expect(stderr).toContain(reason);
});

test("a broken settings file is named, not overwritten", async () => {
  await bench.run(["config", "set", "--api-key", "k"]);
  writeFileSync(configPath(bench.homeDir), "{");
  const { exitCode, stderr } = await bench.run(["config", "set", "--api-key", "other"]);
  expect([exitCode, readFileSync(configPath(bench.homeDir), "utf8")]).toEqual([1, "{"]);
  expect(stderr).toContain("config.json is no JSON object");
});
