import { generatedFiles } from "../generated/files.ts";
import { prepareGenerated } from "../generated/prepare.ts";
import { optionsOrExit } from "../terminal/read-options.ts";

const USAGE = `
npm run generate               makes every generated file: the database client, docs/openapi.json, docs/states, SDK types
npm run generate -- --check    only says which of the committed ones are out of date
`.trim();

const { check } = optionsOrExit(USAGE, { check: { type: "boolean", default: false } });
await prepareGenerated(process.env, (line) => console.error(line));
process.exitCode = await generatedFiles(check);
