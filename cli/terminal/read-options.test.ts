import { expect, test } from "@jest/globals";
import { readOptions } from "./read-options.ts";

const USAGE = "npm run dev    starts everything";
const OPTIONS = { reset: { type: "boolean", default: false } } as const;

test.each([["--help"], ["-h"]])("%s tells the usage and succeeds", (flag) => {
  expect(readOptions([flag], USAGE, OPTIONS)).toEqual({ say: USAGE, exitCode: 0 });
});

test.each([["--rest"], ["reset"], ["--reset=yes"]])("%s is named, with the usage, and fails", (argument) => {
  const read = readOptions([argument], USAGE, OPTIONS);
  expect(read).toMatchObject({ exitCode: 1, say: expect.stringContaining(USAGE) });
  expect("say" in read && read.say.split("\n")[0]).toMatch(/reset|rest/);
});

test("options and their defaults are read", () => {
  expect(readOptions(["--reset"], USAGE, OPTIONS)).toEqual({ values: { reset: true } });
  expect(readOptions([], USAGE, OPTIONS)).toEqual({ values: { reset: false } });
});
