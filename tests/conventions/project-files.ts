import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Every file that is, or would be, in the repository: generated and installed ones are not. */
export const projectFiles = (): readonly string[] =>
  execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], { cwd: ROOT, encoding: "utf8" })
    .split("\0")
    .filter((path) => path !== "" && exists(path));

export const readProjectFile = (path: string): string => readFileSync(join(ROOT, path), "utf8");

const exists = (path: string): boolean => ts.sys.fileExists(join(ROOT, path));

const SOURCE = /\.(ts|mjs)$/;
const TEST = /(\.test\.ts$|(^|\/)testing(\/|\.ts$|-))/;

export const sourceFiles = (): readonly string[] => projectFiles().filter((path) => SOURCE.test(path));

/** Tests, and files that only help tests: they may import what the code beside them may not. */
export const isTestCode = (path: string): boolean =>
  TEST.test(path) || path.startsWith("tests/") || path.startsWith("bench/");

export interface Import {
  readonly from: string;
  /** A project file (from the root) or the name of a package, "node:…" included. */
  readonly target: string;
  readonly isPackage: boolean;
  readonly typeOnly: boolean;
}

/** The imports and re-exports of one file. */
export function importsOf(path: string): readonly Import[] {
  const source = ts.createSourceFile(path, readProjectFile(path), ts.ScriptTarget.Latest, false);
  const imports: Import[] = [];
  const add = (specifier: ts.Expression | undefined, typeOnly: boolean) => {
    if (specifier && ts.isStringLiteral(specifier)) imports.push(toImport(path, specifier.text, typeOnly));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return imports;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return !clause.name && !!named && ts.isNamedImports(named) && named.elements.every((element) => element.isTypeOnly);
}

function toImport(from: string, specifier: string, typeOnly: boolean): Import {
  const isPackage = !specifier.startsWith(".");
  const target = isPackage ? packageName(specifier) : posix.normalize(posix.join(dirname(from), specifier));
  return { from, target, isPackage, typeOnly };
}

function packageName(specifier: string): string {
  if (specifier.startsWith("node:")) return specifier;
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
