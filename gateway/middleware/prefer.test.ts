import { expect, test } from "@jest/globals";
import { preferenceOf } from "./prefer.ts";

test.each([
  [undefined, 28, null],
  ["", 28, null],
  ["wait=5", 5, "wait=5"],
  ["handling=lenient, wait=10", 10, "wait=10"],
  ["Wait=0", 0, "wait=0"],
  ["wait=100", 60, "wait=60"],
  ["wait=-1", 28, null],
  ["wait=soon", 28, null],
  ["respond-async", 0, "respond-async"],
  ["respond-async, wait=10", 0, "respond-async"],
])("%j waits %i seconds", (header, waitSeconds, applied) => {
  expect(preferenceOf(header)).toEqual({ waitSeconds, applied });
});
