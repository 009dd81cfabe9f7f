import { describe, expect, test } from "@jest/globals";
import { AGGREGATE_TYPES, EVENT_NOUNS, isEventPattern } from "../../domain/events/event-nouns.ts";
import { CATALOGUE } from "../../domain/testing/event-catalogue.ts";
import { isTestCode, readProjectFile, sourceFiles } from "./project-files.ts";

const GUIDE = "docs/guides/events.md";
const listed = [...readProjectFile(GUIDE).matchAll(/^\| `(\w+)` \| (`.*`) \|$/gm)].map(([, noun = "", types = ""]) => ({
  noun,
  types: types.replaceAll("`", "").split(", "),
}));
const types = listed.flatMap((row) => row.types);

const sources = sourceFiles()
  .filter((path) => /^(domain|activities|gateway|worker)\//.test(path) && !isTestCode(path))
  .map(readProjectFile);
const found = (pattern: RegExp) => [
  ...new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map(([, name]) => name))),
];

describe("the guide's list of events", () => {
  test("has a row for every noun that can be asked for, in their order, with types of that noun alone", () => {
    expect(listed.map(({ noun }) => noun)).toEqual(Object.keys(EVENT_NOUNS));
    for (const { noun, types: of } of listed) expect(of.filter((type) => !type.startsWith(`${noun}.`))).toEqual([]);
    expect(types.filter((type) => !isEventPattern(type))).toEqual([]);
  });

  test("has everything that is written, by facts and elsewhere, each once", () => {
    const written = [...CATALOGUE, ...found(/\btype: "(\w+\.\w+)",\s+aggregateType/g)];
    expect(written.filter((type) => !types.includes(String(type)))).toEqual([]);
    expect(new Set(types).size).toBe(types.length);
  });
});

test("whatever an event speaks of can be asked for", () => {
  expect(found(/aggregateType: "(\w+)"/g).filter((name) => !AGGREGATE_TYPES.includes(String(name)))).toEqual([]);
});
