// Runs on any Node from 20 on, before anything is installed: installs what is missing, then hands over to the pinned
// Node, which runs the project's TypeScript as it is.  Usage: node cli/launch.mjs <command> [arguments]
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const COMMANDS = ["quickstart", "dev", "test", "verify", "generate", "build-sdk", "offerhub", "bench"];
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const MODULES = join(ROOT, "node_modules");
const STAMP = join(MODULES, ".cache", "installed-lock");

const say = (line) => process.stderr.write(`${line}\n`);

const sha256 = (data) => createHash("sha256").update(data).digest("hex");

const lockDigest = () => sha256(readFileSync(join(ROOT, "package-lock.json")));

function isInstalled() {
  if (existsSync(STAMP)) return readFileSync(STAMP, "utf8") === lockDigest();
  // Installed by hand: npm writes this file last.
  const done = statSync(join(MODULES, ".package-lock.json"), { throwIfNoEntry: false });
  return done !== undefined && done.mtimeMs >= statSync(join(ROOT, "package-lock.json")).mtimeMs;
}

/** Two commands at once on a fresh clone must not install over each other. */
async function withInstallLock(work) {
  const lock = join(tmpdir(), `orchestrator-install-${sha256(ROOT).slice(0, 16)}`);
  for (let said = false; !takeLock(lock); said = true) {
    if (!said) say("Another command is installing; waiting for it …");
    await delay(500);
  }
  try {
    await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function takeLock(lock) {
  try {
    mkdirSync(lock);
    writeFileSync(join(lock, "pid"), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function isAbandoned(lock) {
  try {
    process.kill(Number(readFileSync(join(lock, "pid"), "utf8")), 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

/** Warnings about the shell's older Node would only confuse: that Node is not the one that runs the project. */
const LOG_LEVEL = "--loglevel=error";

/** npm would empty what the link leads to: the packages of another checkout, perhaps in use. */
function refuseLink() {
  if (!lstatSync(MODULES, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  throw new Error(
    `${MODULES} is a link, and its packages are not those of package-lock.json. Remove the link and try again.`,
  );
}

function install() {
  refuseLink();
  say("Installing packages (about 1 GB, once; npm shows how far it is) …");
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const args = [...npm.slice(1), "ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  const startedAt = Date.now();
  const progress = setInterval(
    () => say(`… still installing, ${Math.round((Date.now() - startedAt) / 1000)} s`),
    15_000,
  );
  return new Promise((resolve, reject) => {
    const child = spawn(npm[0], [...args, LOG_LEVEL], { cwd: ROOT, stdio: ["ignore", 2, 2] });
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`npm ci ended with exit code ${code}`))));
  })
    .then(() => {
      mkdirSync(join(MODULES, ".cache"), { recursive: true });
      writeFileSync(STAMP, lockDigest());
      say(`Installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
    })
    .finally(() => clearInterval(progress));
}

/** The pinned Node that npm installed; where there is none for this platform, the present one if it is new enough. */
function findNode() {
  const pinned = join(MODULES, ".bin", "node");
  if (existsSync(pinned) && spawnSync(pinned, ["--version"]).status === 0) return pinned;
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major >= 24 || (major === 22 && minor >= 18)) return process.execPath;
  throw new Error(`there is no pinned Node for ${process.platform} ${process.arch}: install Node 24 and try again`);
}

async function main() {
  const [command, ...args] = process.argv.slice(2);
  if (!COMMANDS.includes(command)) throw new Error(`commands: ${COMMANDS.join(", ")}`);
  if (!isInstalled()) await withInstallLock(async () => void (isInstalled() || (await install())));
  const PATH = `${join(MODULES, ".bin")}${delimiter}${process.env.PATH ?? ""}`;
  const file = join(ROOT, "cli", "commands", `${command}.ts`);
  const child = spawn(findNode(), ["--no-warnings", file, ...args], {
    stdio: "inherit",
    env: { ...process.env, PATH, ORCHESTRATOR_LAUNCHER: String(process.pid) },
  });
  whenNpmIsGone(() => child.kill("SIGTERM"));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => (signal === "SIGINT" && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  child.once("error", fail);
  child.once("exit", (code) => process.exit(code ?? 1));
}

/**
 * A signal that ends npm does not always reach us: npm tells a shell, and the shell tells nobody. So look now and then
 * whether both are still there.
 */
function whenNpmIsGone(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const npm = isShell(parent) ? parentOf(parent) : null;
  setInterval(() => {
    if (process.ppid !== parent || (npm !== null && parentOf(parent) !== npm)) stop();
  }, 1000);
}

const isShell = (pid) => /^(sh|dash|bash)$/.test(readProc(pid, "comm").trim());

const parentOf = (pid) => Number(/\) \S (\d+) /.exec(readProc(pid, "stat"))?.[1] ?? 0);

/** Empty where there is no such process, or no such file system. */
function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}

function fail(error) {
  say(`\n${error.message}`);
  process.exit(1);
}

main().catch(fail);
