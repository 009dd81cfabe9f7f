import { generatedFiles } from "../generated/files.ts";
import { prepareGenerated } from "../generated/prepare.ts";

// npm run generate               makes every generated file: the database client, docs/openapi.json, docs/states, SDK types
// npm run generate -- --check    only says which of the committed ones are out of date

const check = process.argv.includes("--check");
await prepareGenerated(process.env, (line) => console.error(line));
process.exitCode = await generatedFiles(check);
