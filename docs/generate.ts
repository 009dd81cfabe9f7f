import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";
import { openApiDocument } from "../gateway/openapi.ts";
import { errorPages } from "./generating/error-pages.ts";
import type { GeneratedFile } from "./generating/generated-file.ts";
import { statePages } from "./generating/state-pages.ts";

// node docs/generate.ts            writes docs/openapi.json, sdk/types.gen.ts, docs/states/ and docs/errors/
// node docs/generate.ts --check    only says which of them are out of date; exit code 1 if any is

/** Folders in which every page is a generated one. */
const GENERATED_FOLDERS = ["docs/errors", "docs/states"];
const root = new URL("../", import.meta.url);
const at = (path: string) => new URL(path, root);

const files = await generated();
const stale = files.filter(({ path, text }) => !existsSync(at(path)) || readFileSync(at(path), "utf8") !== text);
const orphans = GENERATED_FOLDERS.flatMap(pagesIn).filter((path) => files.every((file) => file.path !== path));

if (process.argv.includes("--check")) {
  for (const { path } of stale) console.error(`${path} is out of date`);
  for (const path of orphans) console.error(`${path} belongs to nothing`);
  if (stale.length + orphans.length > 0) console.error("run: npm run generate");
  process.exitCode = stale.length + orphans.length > 0 ? 1 : 0;
} else {
  stale.forEach(write);
  for (const path of orphans) rmSync(at(path));
  console.log(`${stale.length} of ${files.length} generated files changed, ${orphans.length} removed`);
}

async function generated(): Promise<readonly GeneratedFile[]> {
  const contract = openApiDocument();
  const types = astToString(await openapiTS(JSON.stringify(contract)));
  return [
    { path: "docs/openapi.json", text: `${JSON.stringify(contract, null, 2)}\n` },
    { path: "sdk/types.gen.ts", text: `// Generated from docs/openapi.json.\n\n${types}` },
    ...statePages(),
    ...errorPages(),
  ];
}

function write({ path, text }: GeneratedFile): void {
  mkdirSync(dirname(at(path).pathname), { recursive: true });
  writeFileSync(at(path), text);
}

function pagesIn(folder: string): string[] {
  return existsSync(at(folder)) ? readdirSync(at(folder)).map((name) => `${folder}/${name}`) : [];
}
