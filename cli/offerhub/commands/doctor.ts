import { Command } from "commander";
import { green, red, yellow } from "../../terminal/style.ts";
import type { CliDeps } from "../deps.ts";
import type { Diagnosis } from "../doctor/diagnosis.ts";
import { examine } from "../doctor/examine.ts";
import { textOf } from "../table.ts";

/** Exit code 0: nothing is bad; 1: something is. */
export const doctor = ({ api, world, show, exitWith }: CliDeps) =>
  new Command("doctor")
    .description("look at everything, and say what to do where it is not well. Exit code 1 when something is bad")
    .action(async () => {
      const diagnoses = await examine(api({ retryAttempts: 0 }), world.now);
      show({ diagnoses }, () => diagnoses.flatMap(linesOf));
      if (diagnoses.some(({ state }) => state === "bad")) exitWith(1);
    });

const MARKS = { well: green("✓"), warning: yellow("!"), bad: red("✗"), unknown: "?" };
const NAME_WIDTH = 18;

const linesOf = ({ name, state, found, advice }: Diagnosis): readonly string[] => [
  `${MARKS[state]} ${name.padEnd(NAME_WIDTH)}${textOf(found)}`,
  ...(advice === null ? [] : [`  ${" ".repeat(NAME_WIDTH)}→ ${advice}`]),
];
