import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BundleOptions, bundleWorkflowCode, type Logger } from "@temporalio/worker";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const ENTRY = join(ROOT, "workflows/index.ts");
const TRACING = join(ROOT, "workflows/tracing/interceptors.ts");
const CACHE = join(ROOT, "node_modules/.cache/workflow-bundles");
/** The folders whose code runs inside workflows. */
const SOURCES = ["workflows", "domain"];

interface BundleWanted {
  /** With what takes traces through workflows; without it that code is not there. */
  readonly traced?: boolean;
  readonly logger?: Logger;
}

/** The bundle of today's workflow code: built once per version of the sources, and kept. */
export async function workflowBundle({
  traced = false,
  logger,
}: BundleWanted = {}): Promise<{ readonly codePath: string }> {
  const codePath = join(CACHE, `${await sourcesDigest()}${traced ? "-traced" : ""}.js`);
  if (await exists(codePath)) return { codePath };
  const { code } = await bundleWorkflowCode({
    workflowsPath: ENTRY,
    webpackConfigHook,
    ...(traced && { workflowInterceptorModules: [TRACING] }),
    ...(logger && { logger }),
  });
  await mkdir(CACHE, { recursive: true });
  const temporaryPath = `${codePath}.${process.pid}`;
  await writeFile(temporaryPath, code);
  await rename(temporaryPath, codePath);
  return { codePath };
}

/** Stack traces name files and lines by the map; the sources themselves would only make the bundle three times as large. */
const webpackConfigHook: NonNullable<BundleOptions["webpackConfigHook"]> = (config) => ({
  ...config,
  devtool: "inline-nosources-source-map",
});

async function sourcesDigest(): Promise<string> {
  const digest = createHash("sha256");
  const { version } = createRequire(import.meta.url)("@temporalio/worker/package.json") as { version: string };
  digest.update(`${version} without sources`);
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

if (import.meta.main) for (const traced of [false, true]) await workflowBundle({ traced });
