import { expect, test } from "@jest/globals";
import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import { parseParts } from "./validate.ts";

const schemas = { params: z.strictObject({}), query: z.strictObject({}), body: z.strictObject({ amount: z.string() }) };

function problemsOf(body: Record<string, unknown>): unknown {
  try {
    return parseParts(schemas, { params: {}, query: {}, body }, {});
  } catch (error) {
    return error instanceof AppError ? error.details?.validationErrors : error;
  }
}

test("a field that was not sent is told apart from one that is of another type", () => {
  expect(problemsOf({})).toEqual(["amount: is required"]);
  expect(problemsOf({ amount: 120 })).toEqual(["amount: Invalid input: expected string, received number"]);
});

test("an unknown field is named", () => {
  expect(problemsOf({ amount: "1.00", amonut: "1.00" })).toEqual(["amonut: is not a known field"]);
});
