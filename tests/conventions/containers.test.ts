import { parseEnv } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { readSandboxFacts } from "../../cli/stack/sandbox-facts.ts";
import { startSandbox } from "../../sandbox/start.ts";
import { readProjectFile } from "./project-files.ts";

// No container engine is needed here: this checks what the files say, not that the images run.

interface Service {
  readonly command?: readonly string[];
  readonly build?: string;
  readonly image?: string;
  readonly restart?: string;
  readonly healthcheck?: object;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly environment?: Readonly<Record<string, string | null>>;
}

const text = readProjectFile("docker-compose.yml");
const compose: { services: Record<string, Service> } = parse(text, { merge: true });
const services = Object.entries(compose.services);
const example = parseEnv(readProjectFile(".env.example"));
const sandboxEnv = parseEnv(readProjectFile("docker/sandbox.env"));

const isOneShot = ([, { restart }]: [string, Service]) => restart?.startsWith("on-failure") ?? false;

describe("docker-compose.yml", () => {
  test.each(services.filter((service) => !isOneShot(service) && service[0] !== "temporal-ui"))(
    "%s, which stays up, has a health check",
    (_name, { healthcheck }) => expect(healthcheck).toBeDefined(),
  );

  test("waits for health and for the end of one-shots, and only for services that exist", () => {
    for (const [, { depends_on = {} }] of services) {
      for (const [needed, { condition }] of Object.entries(depends_on)) {
        const service = compose.services[needed];
        if (!service) throw new Error(`there is no service ${needed}`);
        expect(condition).toBe(isOneShot([needed, service]) ? "service_completed_successfully" : "service_healthy");
      }
    }
  });

  test("runs only programs that exist", () => {
    const files = services.flatMap(([, { command = [] }]) => command.filter((part) => part.endsWith(".ts")));
    expect(files).toContain("gateway/main.ts");
    for (const file of files) expect(readProjectFile(file)).not.toBe("");
  });

  test("gives no secret a default", () => {
    const secret = /\b(\w*(PASSWORD|SECRET|KEY|KEYS)): .*/g;
    const lines = [...text.matchAll(secret)].map(([line]) => line);
    expect(lines.length).toBeGreaterThan(6);
    for (const line of lines) expect(line).toMatch(/: "?\$\{\w+:\?/);
  });

  test("asks only for variables that .env.example explains", () => {
    const required = [...text.matchAll(/\$\{(\w+):\?/g)].map(([, name = ""]) => name);
    expect(required.filter((name) => !(name in example))).toEqual([]);
  });

  test("hands on every variable that .env.example explains, but those of an installation without it", () => {
    const explained = [...readProjectFile(".env.example").matchAll(/^(?:# )?([A-Z][A-Z0-9_]+)=/gm)];
    const names = explained.map(([, name = ""]) => name);
    expect(names.length).toBeGreaterThan(40);
    const isNamed = (name: string) => new RegExp(`\\b${name}\\b`).test(text);
    expect(names.filter((name) => !isNamed(name))).toEqual(["DIRECT_URL"]);
  });

  test("keeps keys out of every service but the worker", () => {
    const holders = services.filter(([, { environment }]) => environment && "WALLET_ENCRYPTION_KEYS" in environment);
    expect(holders.map(([name]) => name)).toEqual(["worker"]);
  });
});

test(".env.example holds no working secret", () => {
  const secrets = Object.entries(example).filter(([name]) => /(PASSWORD|SECRET|KEY|KEYS)$/.test(name));
  expect(secrets.length).toBeGreaterThan(5);
  expect(secrets.filter(([, value]) => value !== "")).toEqual([]);
});

test("docker/sandbox.env is what a sandbox says of itself", async () => {
  const sandbox = await startSandbox({ port: 0 });
  const facts = await readSandboxFacts(sandbox.url);
  await sandbox.close();
  expect(sandboxEnv).toMatchObject({
    STELLAR_NETWORK_PASSPHRASE: facts.networkPassphrase,
    STELLAR_USDC_ASSET_CODE: facts.usdc.code,
    STELLAR_USDC_ISSUER: facts.usdc.issuer,
    TRUSTLESS_API_KEY: facts.trustlessWorkApiKey,
    TRUSTLESS_FACTORY_CONTRACT_ID: facts.escrowFactory,
    TRUSTLESS_WORK_ADDRESS: facts.trustlessWorkAddress,
    ESCROW_WASM_HASHES: facts.wasmHashes.join(","),
  });
});
