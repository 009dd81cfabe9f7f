import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installedProgram, PROJECT_ROOT } from "../project-root.ts";
import { optionsOrExit } from "../terminal/read-options.ts";

optionsOrExit(
  "npm run build:sdk    makes sdk/dist: modules, CommonJS and types. `npm pack ./sdk` does it by itself",
  {},
);

const DIST = join(PROJECT_ROOT, "sdk", "dist");

rmSync(DIST, { recursive: true, force: true });
for (const project of ["sdk/tsconfig.json", "sdk/tsconfig.cjs.json"]) compile(project);
writeFileSync(join(DIST, "cjs", "package.json"), `${JSON.stringify({ type: "commonjs" })}\n`);
for (const file of readdirSync(DIST, { recursive: true, encoding: "utf8" })) {
  if (file.endsWith(".d.ts")) nameCompiledFiles(join(DIST, file));
}

/** The compiler looks at what is imported too: with the types of browsers only, so that the package needs nothing else. */
function compile(project: string): void {
  execFileSync(process.execPath, [installedProgram("typescript/bin/tsc"), "-p", project], {
    cwd: PROJECT_ROOT,
    stdio: ["ignore", "inherit", "inherit"],
  });
}

/** In declarations the compiler leaves the names of sources, which are not in the package. */
function nameCompiledFiles(path: string): void {
  writeFileSync(path, readFileSync(path, "utf8").replaceAll(/(["'])(\.{1,2}\/[^"']+)\.ts\1/g, "$1$2.js$1"));
}
