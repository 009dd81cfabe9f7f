import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import type { Command } from "commander";
import type { CliDeps } from "./deps.ts";
import { createProgram } from "./program.ts";

const page = readFileSync(new URL("../../docs/guides/command-line.md", import.meta.url), "utf8");
const nobody = () => {};
const program = createProgram({ world: { stdout: nobody, stderr: nobody } } as unknown as CliDeps); // nothing is run

const namesOf = (command: Command, path: readonly string[]): readonly string[] =>
  command.commands.length === 0
    ? [path.join(" ")]
    : command.commands.flatMap((below) => namesOf(below, [...path, below.name()]));

test.each(namesOf(program, []))("the guide tells of: %s", (name) => {
  expect(new RegExp(`\`${name}[\` ]`).test(page)).toBe(true);
});

const GUIDES = new URL("../../docs/guides/", import.meta.url);
const examples = readdirSync(GUIDES)
  .flatMap((name) => readFileSync(new URL(name, GUIDES), "utf8").split(/[\n`]/))
  .filter((line) => line.startsWith("npx offerhub ") && !line.includes("<command>"));

test.each(examples)("the guides' %s is a command with these options", (line) => {
  const [, , ...words] = line.split(" ");
  let command: Command | undefined = program;
  while (command && command.commands.length > 0) {
    const name = words.shift();
    command = command.commands.find((below) => below.name() === name);
  }
  const flags = words.filter((word) => /^--?[a-z]/.test(word));
  expect(command?.options.flatMap(({ short, long }) => [short, long])).toEqual(expect.arrayContaining(flags));
});

test("every command says what it is for", () => {
  const silent = program.commands
    .flatMap((command) => [command, ...command.commands])
    .filter((one) => !one.description());
  expect(silent.map((one) => one.name())).toEqual([]);
});
