import { expect, test } from "@jest/globals";
import { foldAliases } from "./fold-aliases.ts";

test("snake_case names and declared aliases become the one name, values are left alone", () => {
  const raw = { buyer_id: "b", created_after_2: 1, ref: "r", metadata: { inner_name: 1 } };
  expect(foldAliases(raw, { ref: "milestoneRef" }).value).toEqual({
    buyerId: "b",
    createdAfter2: 1,
    milestoneRef: "r",
    metadata: { inner_name: 1 },
  });
});

test("two names with one value are one field, with two values a conflict", () => {
  expect(foldAliases({ buyerId: "b", buyer_id: "b" }, {})).toEqual({ value: { buyerId: "b" }, conflicts: [] });
  expect(foldAliases({ buyerId: "b", buyer_id: "c" }, {}).conflicts).toEqual(["buyer_id"]);
});

test("names of the prototype are nobody's alias", () => {
  const raw = JSON.parse('{"__proto__": 1, "constructor": 2, "to_string": 3}') as Record<string, unknown>;
  expect(Object.keys(foldAliases(raw, {}).value).sort()).toEqual(["__proto__", "constructor", "toString"]);
});
