import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { birthOf } from "../../cli/process/identity.ts";
import { eventually } from "../../cli/process/testing.ts";
import { until } from "../support/until.ts";
import { type CliPlace, type CliRun, cliPlace, processesOf, runCli } from "./cli-process.ts";

let place: CliPlace;
let run: CliRun;

beforeAll(async () => {
  place = await cliPlace();
  run = runCli("dev", [], place);
  await run.untilPrinted("Ctrl-C stops everything");
}, 120_000);

afterAll(async () => {
  run.child.kill("SIGTERM");
  await run.ended;
  place.remove();
}, 60_000);

const find = (name: string) => {
  const found = processesOf(place).find((one) => one.name === name);
  if (!found) throw new Error(`stack.json names no ${name}`);
  return found;
};

const isGone = (pid: number) => birthOf(pid) === null;

async function api(method: string, path: string, body?: object): Promise<Response> {
  const { OFFERHUB_MASTER_KEY } = parseEnv(readFileSync(join(place.dataDir, "dev.env"), "utf8"));
  return fetch(`${find("gateway").url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${OFFERHUB_MASTER_KEY}`, "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
}

test("stack.json names every process, and each is there", () => {
  const names = processesOf(place).map(({ name }) => name);
  expect(names).toEqual(["postgres", "redis", "temporal", "sandbox", "worker", "gateway"]);
  expect(processesOf(place).filter(({ pid }) => isGone(pid))).toEqual([]);
});

test("offerhub looks at it, makes a key, and works with that key", async () => {
  await answers(`${find("gateway").url}/ready`);
  const { OFFERHUB_MASTER_KEY } = parseEnv(readFileSync(join(place.dataDir, "dev.env"), "utf8"));
  const run = async (key: string | undefined, ...args: string[]) => {
    const env = { ...place.env, OFFERHUB_API_URL: find("gateway").url, OFFERHUB_API_KEY: key };
    const ran = runCli("offerhub", [...args, "--json"], { ...place, env });
    return { code: await ran.ended, found: () => JSON.parse(ran.stdout()) };
  };
  const offerhub = async (key: string | undefined, ...args: string[]) => {
    const { code, found } = await run(key, ...args);
    expect(code).toBe(0);
    return found();
  };
  const healthy = await until("nothing is bad: the platform's wallets are made, too", async () => {
    const { code, found } = await run(OFFERHUB_MASTER_KEY, "doctor");
    return code === 0 && found().diagnoses.map(({ name }: { name: string }) => name);
  });
  expect(healthy).toEqual(expect.arrayContaining(["api", "workers", "stellar", "sponsor", "fee-receiver", "budget"]));
  const { key, id } = await offerhub(OFFERHUB_MASTER_KEY, "keys", "create", "-s", "read,write,support", "-n", "ops");
  expect((await offerhub(key, "keys", "list")).data).toEqual([expect.objectContaining({ id, name: "ops" })]);
  expect(await offerhub(key, "orders", "list")).toEqual({ data: [], hasMore: false });
  expect(await offerhub(key, "keys", "revoke", id, "-y")).toMatchObject({ id, status: "revoked" });
}, 60_000);

test.each(["gateway", "worker", "sandbox"])(
  "a killed %s is started again within two seconds, at the same place",
  async (name) => {
    const before = find(name);
    process.kill(before.pid, "SIGKILL");
    await eventually(() => processesOf(place).some((one) => one.name === name && one.pid !== before.pid), 2);
    const after = find(name);
    expect(after.url).toBe(before.url);
    expect(isGone(before.pid)).toBe(true);
    await answers(name === "sandbox" ? `${after.url}/_sandbox` : `${after.url}/ready`);
  },
  60_000,
);

test("a second one on the same data directory is refused, and told by whom", async () => {
  const second = runCli("dev", [], place);
  expect(await second.ended).toBe(1);
  expect(second.stderr()).toMatch(/is in use by another stack \(process \d+\)/);
}, 30_000);

test("after the supervisor was killed, the next start ends what it left and has the same data", async () => {
  await answers(`${find("gateway").url}/ready`);
  expect((await api("POST", "/users", { externalUserId: "kept" })).status).toBe(201);
  const left = processesOf(place).map(({ pid }) => pid);
  process.kill(JSON.parse(readFileSync(join(place.dataDir, "supervisor.json"), "utf8")).pid, "SIGKILL");
  await run.ended;
  expect(left.filter(isGone)).toEqual([]);

  run = runCli("dev", [], place);
  await run.untilPrinted("Ctrl-C stops everything");
  expect(run.stdout()).toContain(
    "ended what an earlier run had left: gateway, worker, sandbox, temporal, redis, postgres",
  );
  expect(left.filter(isGone)).toEqual(left);
  const { data } = (await (await api("GET", "/users")).json()) as { data: { externalUserId: string }[] };
  expect(data.map(({ externalUserId }) => externalUserId)).toContain("kept");
}, 120_000);

test("Ctrl-C ends everything within seconds and leaves no process", async () => {
  const pids = processesOf(place).map(({ pid }) => pid);
  const startedAt = Date.now();
  run.child.kill("SIGINT");
  expect(await run.ended).toBe(0);
  expect(Date.now() - startedAt).toBeLessThan(15_000);
  expect(pids.filter(isGone)).toEqual(pids);
  expect(processesOf(place)).toEqual([]);
}, 30_000);

test("a busy port that the user set is named", async () => {
  const server = createServer().listen(Number(place.env.PORT), "127.0.0.1");
  const refused = runCli("dev", [], place);
  expect(await refused.ended).toBe(1);
  expect(refused.stderr()).toContain(`port ${place.env.PORT} (PORT, for gateway) is in use`);
  server.close();
}, 30_000);

async function answers(url: string): Promise<void> {
  let status = 0;
  const ask = () =>
    fetch(url).then(
      (answer) => (status = answer.status),
      () => (status = 0),
    );
  const timer = setInterval(ask, 100);
  await eventually(() => status === 200, 40).finally(() => clearInterval(timer));
}
