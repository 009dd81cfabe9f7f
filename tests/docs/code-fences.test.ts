import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "@jest/globals";
import ts from "typescript";
import { projectFiles, readProjectFile } from "../conventions/project-files.ts";
import { codeFencesOf } from "./code-fences.ts";

// What pages tell people to write compiles against the SDK as it is, and what they tell them to run exists.

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PAGES = projectFiles().filter((path) => path === "sdk/README.md" || /^docs\/guides\/.*\.md$/.test(path));
const fences = PAGES.flatMap(codeFencesOf);
const programs = fences.filter(({ language }) => language === "ts");

/** What a page may use without saying where it comes from. */
const PRELUDE = `
declare const offerhub: import("@offerhub/sdk").OfferHubSDK;
declare const lastEventId: string;
declare const secret: string;
declare function keep(text: string): void;
declare function handle(event: import("@offerhub/sdk").DomainEvent): Promise<void>;
declare function enqueue(event: import("@offerhub/sdk").DomainEvent): Promise<void>;
declare const app: { post(path: string, handler: (request: Request) => Promise<Response>): void };
`;
const PRELUDE_FILE = `${ROOT}fence-prelude.d.ts`;

/** Each block is a module of its own; the package is the SDK's source. */
const nameOf = (index: number) => `${ROOT}fence-${index}.ts`;
const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2024,
  lib: ["lib.es2024.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  allowImportingTsExtensions: true,
  types: ["node"],
  paths: { "@offerhub/sdk": [`${ROOT}sdk/index.ts`] },
};

/** What the compiler says of each file, and of none. */
let diagnostics: readonly ts.Diagnostic[] = [];
let compiled: readonly (string | undefined)[] = [];
beforeAll(() => {
  const files = new Map(programs.map(({ code }, index) => [nameOf(index), `${code}\nexport {};\n`]));
  files.set(PRELUDE_FILE, PRELUDE);
  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists.call(host, name);
  host.readFile = (name) => files.get(name) ?? readFile.call(host, name);
  host.getSourceFile = (name, ...rest) => {
    const text = files.get(name);
    if (text === undefined) return getSourceFile.call(host, name, ...rest);
    return ts.createSourceFile(name, text, {
      languageVersion: ts.ScriptTarget.ES2024,
      impliedNodeFormat: ts.ModuleKind.ESNext,
    });
  };
  const program = ts.createProgram({ rootNames: [...files.keys()], options: OPTIONS, host });
  compiled = program.getSourceFiles().map(({ fileName }) => fileName);
  diagnostics = [...files.keys()].flatMap((name) => ts.getPreEmitDiagnostics(program, program.getSourceFile(name)));
}, 60_000);

test.each(programs.map(({ place }, index) => [place, index] as const))("%s compiles", (_place, index) => {
  expect(compiled).toContain(nameOf(index));
  const own = diagnostics.filter(({ file }) => file === undefined || file.fileName === nameOf(index));
  expect(own.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))).toEqual([]);
});

describe("commands in pages", () => {
  const lines = fences
    .filter(({ language }) => language === "sh")
    .flatMap(({ place, code }) => code.split("\n").map((line) => ({ place, line })));
  const { scripts } = JSON.parse(readProjectFile("package.json")) as { scripts: Record<string, string> };

  test("run scripts that package.json has", () => {
    const wrong = lines.filter(({ line }) => {
      const name = /\bnpm (?:run )?(?!install|ci|pack|test)([\w:-]+)/.exec(line)?.[1];
      return /^npm run /.test(line) && name !== undefined && !(name in scripts);
    });
    expect(wrong).toEqual([]);
  });

  test("name only files that the repository has", () => {
    const files = projectFiles();
    const named = lines.flatMap(({ line }) =>
      [...line.matchAll(/(?:--env-file|-f|node) ((?!\.env\b)[\w./-]+\.(?:ts|mjs|env|yml))/g)].map(([, name]) => name),
    );
    expect(named.filter((name) => !files.includes(name ?? ""))).toEqual([]);
  });
});
