import { expect, test } from "@jest/globals";
import { isDatabaseAway, isDuplicate, retried } from "./database-errors.ts";

const error = (fields: object) => Object.assign(new Error("x"), fields);

test("away is told however deep the reason lies, and from nothing else", () => {
  expect(isDatabaseAway(error({ code: "ECONNREFUSED" }))).toBe(true);
  expect(isDatabaseAway(error({ cause: error({ code: "57P01" }) }))).toBe(true);
  expect(
    isDatabaseAway(error({ code: "P2010", meta: { driverAdapterError: error({ cause: { originalCode: "57P03" } }) } })),
  ).toBe(true);
  expect(isDatabaseAway(new AggregateError([error({ code: "ECONNREFUSED" })]))).toBe(true);
  expect(isDatabaseAway(new Error("Connection terminated unexpectedly"))).toBe(true);
  expect(isDatabaseAway(error({ code: "23505" }))).toBe(false);
  expect(isDatabaseAway("ECONNREFUSED")).toBe(false);
});

test("a lost race is run again, anything else is not, and not for ever", async () => {
  const failing = (times: number, code: string) => {
    let runs = 0;
    return async () => {
      runs += 1;
      if (runs <= times) throw error({ code });
      return runs;
    };
  };
  expect(await retried(failing(3, "40001"))).toBe(4);
  await expect(retried(failing(1, "23505"))).rejects.toMatchObject({ code: "23505" });
  await expect(retried(failing(100, "40P01"))).rejects.toMatchObject({ code: "40P01" });
});

test("a unique violation is told by Postgres' code and by Prisma's", () => {
  expect([
    isDuplicate(error({ code: "23505" })),
    isDuplicate(error({ code: "P2002" })),
    isDuplicate(error({})),
  ]).toEqual([true, true, false]);
});
