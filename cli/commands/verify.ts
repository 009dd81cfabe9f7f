import { prepareGenerated } from "../generated/prepare.ts";
import { optionsOrExit } from "../terminal/read-options.ts";
import { type Check, runChecks } from "../testing/checks.ts";

optionsOrExit("npm run verify    checks what needs nothing running, in under half a minute", {});

const TESTS = ["cli/commands/test.ts", "--tier", "unit", "--tier", "conventions", "--silent"];

const CHECKS: readonly Check[] = [
  { name: "types", command: ["typescript/bin/tsc", "--noEmit", "-p", "tsconfig.json"] },
  { name: "tests", file: TESTS },
  { name: "lint and format", command: ["@biomejs/biome/bin/biome", "check", "--error-on-warnings"] },
  { name: "unused code", command: ["knip/bin/knip.js"] },
  { name: "generated files", file: ["docs/generate.ts", "--check"] },
];

await prepareGenerated(process.env, (line) => console.error(line));
process.exitCode = await runChecks(CHECKS);
