import { expect, test } from "@jest/globals";
import { jestArguments } from "./jest-arguments.ts";

test("without a tier everything is handed on as it is", () => {
  expect(jestArguments(["domain/money", "-t", "floors"])).toEqual(["domain/money", "-t", "floors"]);
});

test("tiers become projects, after the paths, which would else be read as projects", () => {
  expect(jestArguments(["--tier", "unit", "money", "--tier=replay"])).toEqual([
    "money",
    "--selectProjects",
    "unit",
    "replay",
  ]);
});

test("a tier without a name is refused", () => {
  expect(() => jestArguments(["--tier"])).toThrow("--tier wants a name");
});
