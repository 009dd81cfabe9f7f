import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleWorkflowCode, type Logger } from "@temporalio/worker";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const ENTRY = join(ROOT, "workflows/index.ts");
const CACHE = join(ROOT, "node_modules/.cache/workflow-bundles");
/** The folders whose code runs inside workflows. */
const SOURCES = ["workflows", "domain"];

/** The bundle of today's workflow code: built once per version of the sources, and kept. */
export async function workflowBundle(logger?: Logger): Promise<{ readonly codePath: string }> {
  const codePath = join(CACHE, `${await sourcesDigest()}.js`);
  if (await exists(codePath)) return { codePath };
  const { code } = await bundleWorkflowCode({ workflowsPath: ENTRY, ...(logger && { logger }) });
  await mkdir(CACHE, { recursive: true });
  const temporaryPath = `${codePath}.${process.pid}`;
  await writeFile(temporaryPath, withoutForeignSources(code));
  await rename(temporaryPath, codePath);
  return { codePath };
}

const MAP = /\n\/\/# sourceMappingURL=data:application\/json;[^,]*base64,([A-Za-z0-9+/=]+)\s*$/;

/** Stack traces need to know where every line comes from, and whole texts only of our own: the libraries' are half of the bundle. */
function withoutForeignSources(code: string): string {
  const [line, encoded] = MAP.exec(code) ?? [];
  if (line === undefined || encoded === undefined) return code;
  const map = JSON.parse(Buffer.from(encoded, "base64").toString()) as SourceMap;
  const isOurs = (source: string | undefined) => source !== undefined && !source.includes("node_modules");
  const sourcesContent = map.sourcesContent?.map((text, index) => (isOurs(map.sources[index]) ? text : null));
  const slim = Buffer.from(JSON.stringify({ ...map, sourcesContent })).toString("base64");
  return code.replace(line, `\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,${slim}\n`);
}

interface SourceMap {
  readonly sources: readonly string[];
  readonly sourcesContent?: readonly (string | null)[];
}

async function sourcesDigest(): Promise<string> {
  const digest = createHash("sha256");
  const { version } = createRequire(import.meta.url)("@temporalio/worker/package.json") as { version: string };
  digest.update(version);
  for (const folder of SOURCES) {
    const names = await readdir(join(ROOT, folder), { recursive: true });
    for (const name of names.filter(isSource).sort()) {
      digest.update(name).update(await readFile(join(ROOT, folder, name)));
    }
  }
  return digest.digest("hex").slice(0, 32);
}

const isSource = (name: string): boolean => name.endsWith(".ts") && !name.endsWith(".test.ts");

async function exists(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    () => false,
  );
}

if (import.meta.main) await workflowBundle();
