import { expect, test } from "@jest/globals";
import { compareLooks, type Look } from "./compare-looks.ts";

const look = (changes: Partial<Look> = {}): Look => ({
  ledgerStroops: 100n,
  ledgerVersion: 7n,
  chainStroops: 100n,
  unsettledCount: 0,
  ...changes,
});

test("one stroop that both looks show is a difference, in either direction", () => {
  for (const chainStroops of [99n, 101n]) {
    expect(compareLooks(look({ chainStroops }), look({ chainStroops }))).toBe("differs");
  }
});

test("a difference that is gone at the second look is none", () => {
  expect(compareLooks(look({ chainStroops: 99n }), look())).toBe("agrees");
  expect(
    compareLooks(look({ chainStroops: 150n }), look({ ledgerStroops: 150n, chainStroops: 150n, ledgerVersion: 8n })),
  ).toBe("agrees");
});

test("nothing is said of what moves: in flight at either look, booked between them, or changed on the chain", () => {
  const differing = look({ chainStroops: 90n });
  expect(compareLooks({ ...differing, unsettledCount: 1 }, differing)).toBe("in-motion");
  expect(compareLooks(differing, { ...differing, unsettledCount: 1 })).toBe("in-motion");
  expect(compareLooks(differing, { ...differing, ledgerVersion: 8n })).toBe("in-motion");
  expect(compareLooks(differing, look({ chainStroops: 80n }))).toBe("in-motion");
});

test("agreement while something is in flight settles nothing either", () => {
  expect(compareLooks(look({ unsettledCount: 1 }), look())).toBe("in-motion");
});
