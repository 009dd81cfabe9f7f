import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { installedProgram, PROJECT_ROOT } from "../../cli/project-root.ts";

// The package as a stranger gets it: packed, installed into a fresh project without a network, imported, required and
// type-checked there.

let project: string;
const inProject = (command: string, args: readonly string[]): string =>
  execFileSync(command, args, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
const write = (name: string, text: string) => writeFileSync(join(project, name), text);

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "orchestrator-sdk-package-"));
  execFileSync(process.execPath, ["cli/commands/build-sdk.ts"], { cwd: PROJECT_ROOT });
  const packed = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", project], {
    cwd: join(PROJECT_ROOT, "sdk"),
    encoding: "utf8",
  });
  const [{ filename }] = JSON.parse(packed);
  write("package.json", JSON.stringify({ name: "shop", private: true }));
  inProject("npm", ["install", "--offline", "--no-audit", "--no-fund", `./${filename}`]);
}, 120_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

const TELL = `
  const sdk = new OfferHubSDK({ apiUrl: "http://127.0.0.1:1", apiKey: "k", retryAttempts: 0 });
  sdk.orders.get("ord_1").catch((error) => console.log(error instanceof NetworkError, error.code, OrderStatus.CLOSED));
`;

test("it works when it is imported", () => {
  write("imports.mjs", `import { NetworkError, OfferHubSDK, OrderStatus } from "@offerhub/sdk";${TELL}`);
  expect(inProject(process.execPath, ["imports.mjs"])).toBe("true NETWORK_ERROR CLOSED\n");
});

test("it works when it is required", () => {
  write("requires.cjs", `const { NetworkError, OfferHubSDK, OrderStatus } = require("@offerhub/sdk");${TELL}`);
  expect(inProject(process.execPath, ["requires.cjs"])).toBe("true NETWORK_ERROR CLOSED\n");
});

test("it brings nothing else with it, and no source or test", () => {
  expect(JSON.parse(inProject("npm", ["ls", "--all", "--json"])).dependencies).toEqual({
    "@offerhub/sdk": expect.not.objectContaining({ dependencies: expect.anything() }),
  });
  const files = inProject("find", ["node_modules/@offerhub/sdk", "-type", "f"]).trim().split("\n");
  expect(files).toEqual(
    expect.arrayContaining(["README.md", "LICENSE"].map((name) => `node_modules/@offerhub/sdk/${name}`)),
  );
  expect(files.filter((name) => /test|(?<!\.d)\.ts$/.test(name))).toEqual([]);
});

test("clients of the predecessor compile against it, as ES modules and as CommonJS, every declaration checked", () => {
  const calls = readFileSync(join(PROJECT_ROOT, "sdk", "testing", "existing-calls.ts"), "utf8");
  const files = ["existing-calls.mts", "existing-calls.cts"];
  for (const file of files) write(file, calls.replace('"../index.ts"', '"@offerhub/sdk"'));
  const target = { target: "es2022", lib: ["es2022", "dom"], types: [], module: "nodenext" };
  write("tsconfig.json", JSON.stringify({ compilerOptions: { ...target, strict: true, noEmit: true }, files }));
  expect(compile()).toBe("");
}, 60_000);

/** What the compiler has to say. */
function compile(): string {
  try {
    return inProject(process.execPath, [installedProgram("typescript/bin/tsc"), "-p", "tsconfig.json"]);
  } catch (error) {
    return (error as { stdout?: string }).stdout ?? String(error);
  }
}
