import { randomBytes } from "node:crypto";
import { expect, test } from "@jest/globals";
import { seal, unseal } from "./sealed-answer.ts";

const key = randomBytes(32);

test("a sealed answer opens with its key, differs each time, and opens with no other key nor when changed", () => {
  const sealed = seal("ohk_test_secret", key);
  expect(unseal(sealed, key)).toBe("ohk_test_secret");
  expect(seal("ohk_test_secret", key)).not.toBe(sealed);
  expect(unseal(sealed, randomBytes(32))).toBeNull();
  expect(
    unseal(
      sealed.replace(/.$/, (last) => (last === "A" ? "B" : "A")),
      key,
    ),
  ).toBeNull();
  expect(unseal("nonsense", key)).toBeNull();
});
