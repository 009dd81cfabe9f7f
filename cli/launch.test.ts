import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { PROJECT_ROOT } from "./project-root.ts";

// A project with a command that prints, and an npm that only writes down that it was called and "installs" a Node.

let root: string;

const FAKE_NPM = `
import { appendFileSync, mkdirSync, symlinkSync, writeFileSync, rmSync } from "node:fs";
appendFileSync("npm-calls", process.argv.slice(2).join(" ") + "\\n");
console.log("npm talks on stdout");
if (process.env.NPM_FAILS) process.exit(7);
rmSync("node_modules", { recursive: true, force: true });
mkdirSync("node_modules/.bin", { recursive: true });
symlinkSync(process.execPath, "node_modules/.bin/node");
writeFileSync("node_modules/.package-lock.json", "{}");
`;

const COMMAND = `
const args: readonly string[] = process.argv.slice(2);
if (args.includes("--stay")) { process.on("SIGTERM", () => process.exit(5)); setInterval(() => {}, 1000); }
console.log(JSON.stringify({ args, node: process.execPath, path: process.env.PATH?.split(":")[0] }));
if (args.includes("--fail")) process.exitCode = 3;
`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "launch-"));
  mkdirSync(join(root, "cli", "commands"), { recursive: true });
  cpSync(join(PROJECT_ROOT, "cli", "launch.mjs"), join(root, "cli", "launch.mjs"));
  writeFileSync(join(root, "package.json"), '{ "type": "module" }');
  writeFileSync(join(root, "package-lock.json"), "one");
  writeFileSync(join(root, "npm.mjs"), FAKE_NPM);
  writeFileSync(join(root, "cli", "commands", "dev.ts"), COMMAND);
  chmodSync(join(root, "npm.mjs"), 0o755);
});
afterEach(() => rmSync(root, { recursive: true }));

function launch(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [join(root, "cli", "launch.mjs"), ...args], {
    cwd: root,
    env: { PATH: "/usr/bin:/bin", npm_execpath: join(root, "npm.mjs"), ...env },
  });
}

async function run(args: readonly string[], env: Record<string, string> = {}) {
  const child = launch(args, env);
  const output = { stdout: "", stderr: "" };
  child.stdout?.on("data", (data) => (output.stdout += data));
  child.stderr?.on("data", (data) => (output.stderr += data));
  const [code] = await once(child, "close");
  return { code, ...output };
}

const installs = () =>
  existsSync(join(root, "npm-calls")) ? readFileSync(join(root, "npm-calls"), "utf8").split("\n").length - 1 : 0;

describe("on a fresh clone", () => {
  test("installs from the lock, then runs the command on the Node that was installed, with its arguments", async () => {
    const { code, stdout } = await run(["dev", "--reset", "x"]);
    expect(code).toBe(0);
    expect(readFileSync(join(root, "npm-calls"), "utf8")).toMatch(/^ci /);
    expect(JSON.parse(stdout)).toMatchObject({ args: ["--reset", "x"], path: join(root, "node_modules", ".bin") });
  });

  test("prints nothing of its own or of npm on stdout, where a command may print JSON", async () => {
    const { stdout, stderr } = await run(["dev"]);
    expect(() => JSON.parse(stdout)).not.toThrow();
    expect(stderr).toContain("npm talks on stdout");
  });

  test("installs once when two commands begin together", async () => {
    const both = await Promise.all([run(["dev"]), run(["dev"])]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(installs()).toBe(1);
  });

  test("says so and fails when npm fails", async () => {
    const { code, stderr, stdout } = await run(["dev"], { NPM_FAILS: "1" });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("npm ci ended with exit code 7");
  });
});

describe("afterwards", () => {
  test("installs again only when the lock has changed", async () => {
    await run(["dev"]);
    await run(["dev"]);
    expect(installs()).toBe(1);
    writeFileSync(join(root, "package-lock.json"), "two");
    await run(["dev"]);
    expect(installs()).toBe(2);
  });

  test("takes an installation made by hand, unless the lock is newer", async () => {
    mkdirSync(join(root, "node_modules"));
    writeFileSync(join(root, "node_modules", ".package-lock.json"), "{}");
    utimesSync(join(root, "package-lock.json"), 1, 1);
    await run(["dev"]);
    expect(installs()).toBe(0);
    utimesSync(join(root, "package-lock.json"), 9e9, 9e9);
    await run(["dev"]);
    expect(installs()).toBe(1);
  });
});

test("never installs through a link, which npm would empty at its other end", async () => {
  const elsewhere = join(root, "elsewhere");
  mkdirSync(elsewhere);
  writeFileSync(join(elsewhere, "package"), "in use");
  symlinkSync(elsewhere, join(root, "node_modules"));
  const { code, stderr } = await run(["dev"]);
  expect([code, installs(), existsSync(join(elsewhere, "package"))]).toEqual([1, 0, true]);
  expect(stderr).toContain("is a link");
});

test("the command's exit code is the launcher's", async () => {
  expect((await run(["dev", "--fail"])).code).toBe(3);
});

test("SIGTERM reaches the command, which ends in its own way", async () => {
  const child = launch(["dev", "--stay"]);
  await once(child.stdout ?? child, "data");
  child.kill("SIGTERM");
  expect((await once(child, "close"))[0]).toBe(5);
});

test("when npm is killed, its shell stays and tells nobody; the command ends all the same", async () => {
  const npm = `require("node:child_process").spawn("/bin/sh", ["-c", process.argv[1] + "; exit $?"], { stdio: "inherit" })`;
  const script = `${process.execPath} ${join(root, "cli", "launch.mjs")} dev --stay`;
  const env = { PATH: "/usr/bin:/bin", npm_execpath: join(root, "npm.mjs"), npm_lifecycle_event: "dev" };
  const child = spawn(process.execPath, ["-e", npm, script], { cwd: root, env });
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child.stdout, "close"); // the last process that held it is gone
});

test("an unknown command is refused before anything is installed", async () => {
  const { code, stderr } = await run(["rm"]);
  expect(code).toBe(1);
  expect(stderr).toContain("commands: quickstart, dev, test, verify, generate");
  expect(installs()).toBe(0);
});
