import { expect, test } from "@jest/globals";
import { childOf } from "./child-of.ts";

const PARENT = `00-${"a".repeat(32)}-${"b".repeat(16)}-01`;

test("a child is in its parent's trace, under an id that a replay gives it again", () => {
  const child = childOf(PARENT, "run/1");
  expect(child).toMatch(/^00-a{32}-[0-9a-f]{16}-01$/);
  expect(childOf(PARENT, "run/1")).toBe(child);
});

test("ten thousand messages of a run have as many ids", () => {
  const ids = Array.from({ length: 10_000 }, (_, index) =>
    childOf(PARENT, `01a21423-1b46-7464-b916-67a80b215108/${index}`),
  );
  expect(new Set(ids).size).toBe(ids.length);
});
