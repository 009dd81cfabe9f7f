import { describe, expect, test } from "@jest/globals";
import { TIERS } from "../support/tiers.mjs";
import { isTestCode, projectFiles, readProjectFile, sourceFiles } from "./project-files.ts";

const sources = sourceFiles();

const THIS_FILE = "tests/conventions/files.test.ts";

/** Lines of source that match, as `file:line`. */
const linesWith = (pattern: RegExp, paths: readonly string[] = sources): readonly string[] =>
  paths
    .filter((path) => path !== THIS_FILE)
    .flatMap((path) =>
      readProjectFile(path)
        .split("\n")
        .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
    );

describe("names", () => {
  test("of source files are kebab-case", () => {
    const name = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|gen|config|d))?\.(ts|mjs)$/;
    const numbered = /^[0-9]+_[a-z0-9_]+$/; // a migration's folder
    const wrong = sources.filter((path) => {
      const parts = path.split("/");
      const file = parts.pop() ?? "";
      return !name.test(file) || parts.some((folder) => !/^\.?[a-z0-9-]+$/.test(folder) && !numbered.test(folder));
    });
    expect(wrong).toEqual([]);
  });

  test("say what a thing does: no utils, common, helpers, managers or bases", () => {
    const empty = /(^|\/)(utils?|common|helpers?|managers?|base|misc)(\.|\/|-)/;
    expect(sources.filter((path) => empty.test(path))).toEqual([]);
  });
});

describe("source", () => {
  test("leaves nothing for later", () => expect(linesWith(/\b(TODO|FIXME|XXX|HACK)\b/)).toEqual([]));

  test("holds no test that is left out or runs alone", () =>
    expect(linesWith(/\b(test|it|describe)\.(only|skip|todo)\b|\b(xtest|xit|xdescribe|fit|fdescribe)\(/)).toEqual([]));

  test("names no place of one person's machine", () =>
    expect(linesWith(/\/(root|Users|work|workspace)\/[a-z]|\/home\/(?!node\b)[a-z]/)).toEqual([]));

  test("reads the environment only where a process begins", () => {
    const beginnings =
      /(^|\/)(main|config|setup|apply)\.ts$|^cli\/commands\/|^cli\/launch\.mjs$|\.config\.(ts|mjs)$|^docs\/|^bench\//;
    const paths = sources.filter((path) => !isTestCode(path) && !beginnings.test(path));
    expect(linesWith(/^(?!\s*(\*|\/\/)).*(process\.env\b|\{ env \} = process)/, paths)).toEqual([]);
  });

  test("silences neither the compiler nor, for a whole file, the linter", () =>
    expect(linesWith(/@ts-(ignore|nocheck|expect-error)|biome-ignore-all/)).toEqual([]));
});

test("every test file belongs to exactly one tier", () => {
  const tiersOf = (path: string) =>
    TIERS.filter(
      ({ folders, without }) =>
        folders.some((folder) => path.startsWith(`${folder}/`)) &&
        !without.some((folder: string) => path.startsWith(`${folder}/`)),
    ).map(({ name }) => name);
  const tests = projectFiles().filter((path) => path.endsWith(".test.ts"));
  expect(tests.filter((path) => tiersOf(path).length !== 1)).toEqual([]);
});
