import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { historyFromJSON } from "@temporalio/common/lib/proto-utils.js";
import { CORPUS } from "../support/workflows/corpus.ts";
import type { History } from "../support/workflows/history-shape.ts";

/** Every history of the corpus by its name, `<workflow type>/<scenario>`. */
export function corpus(): ReadonlyMap<string, History> {
  const names = readdirSync(CORPUS, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
  return new Map(names.sort().map((name) => [name.replace(/\.json$/, ""), read(name)]));
}

const read = (name: string): History => historyFromJSON(JSON.parse(readFileSync(join(CORPUS, name), "utf8")));
