import { describe, expect, test } from "@jest/globals";
import {
  IMPORT_MATRIX,
  IMPORTED_BY_NOBODY,
  type MatrixRow,
  SEPARATE_SIBLINGS,
  SIBLING_EXCEPTIONS,
} from "./import-matrix.ts";
import { type Import, importsOf, isTestCode, sourceFiles } from "./project-files.ts";

const files = sourceFiles().filter((path) => path.includes("/") && !isTestCode(path));
const imports = files.flatMap(importsOf);

const matches = (target: string, pattern: string): boolean =>
  new RegExp(
    `^${pattern
      .split("*")
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*")}$`,
  ).test(target);

const matchesAny = (target: string, patterns: readonly string[]) =>
  patterns.some((pattern) => matches(target, pattern));

const rowOf = (path: string): MatrixRow | undefined => IMPORT_MATRIX.find(({ folder }) => path.startsWith(folder));

function isAllowed({ from, target, typeOnly }: Import, row: MatrixRow): boolean {
  const exceptional = (row.except ?? []).filter(([file]) => matches(from, file)).flatMap(([, allowed]) => allowed);
  const allowed = [...row.mayImport, ...exceptional, ...(typeOnly ? (row.typesOnly ?? []) : [])];
  return matchesAny(target, allowed);
}

const say = ({ from, target, typeOnly }: Import) => `${from} → ${target}${typeOnly ? " (type)" : ""}`;

describe.each(IMPORT_MATRIX.map((row) => [row.folder, row] as const))("%s", (_folder, row) => {
  test("imports only what the matrix allows", () => {
    const ours = imports.filter(({ from }) => rowOf(from) === row);
    expect(ours.filter((one) => !isAllowed(one, row)).map(say)).toEqual([]);
  });
});

describe.each(SEPARATE_SIBLINGS.map((rule) => [rule.parent, rule] as const))("folders in %s", (_parent, rule) => {
  const folderOf = (path: string) => {
    const rest = path.startsWith(rule.parent) ? path.slice(rule.parent.length) : "";
    return rest.includes("/") ? `${rule.parent}${rest.split("/")[0]}/` : null;
  };
  const isException = (from: string, to: string) =>
    rule.shared.includes(to) || SIBLING_EXCEPTIONS.some(([a, b]) => a === from && b === to);

  test("do not look into each other", () => {
    const wrong = imports.filter(({ from, target, typeOnly }) => {
      const [here, there] = [folderOf(from), folderOf(target)];
      return !typeOnly && here && there && here !== there && !isException(here, there);
    });
    expect(wrong.map(say)).toEqual([]);
  });
});

test.each(IMPORTED_BY_NOBODY)("nothing but tests imports from %s", (folder) => {
  const wrong = imports.filter(({ from, target }) => target.startsWith(folder) && !from.startsWith(folder));
  expect(wrong.map(say)).toEqual([]);
});

test("no file imports, by whatever way, itself", () => {
  const graph = new Map<string, string[]>();
  for (const { from, target, isPackage, typeOnly } of imports) {
    if (!isPackage && !typeOnly) graph.set(from, [...(graph.get(from) ?? []), target]);
  }
  expect(findCycle(graph)).toBeNull();
});

function findCycle(graph: ReadonlyMap<string, readonly string[]>): string | null {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file].join(" → ");
    if (done.has(file)) return null;
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    path.pop();
    done.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const cycle = visit(file);
    if (cycle) return cycle;
  }
  return null;
}
