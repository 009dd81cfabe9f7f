import { expect, test } from "@jest/globals";
import { birthOf, isAlive, startTicksIn } from "./identity.ts";

const ofWorker = (state: string, threadCount: number) =>
  `31793 (node (x) y) ${state} 31789 31789 14809 0 -1 4227084 3045 6533 4 0 4 2 4 2 20 0 ${threadCount} 0 2885765 0 0 1`;

test.each([
  ["sleeps", "S", 11, "2885765"],
  ["is a zombie whose threads still hold its ports", "Z", 2, "2885765"],
  ["is a zombie", "Z", 1, null],
])("a process that %s", (_what, state, threadCount, startTicks) => {
  expect(startTicksIn(ofWorker(state, threadCount))).toBe(startTicks);
});

test("this process is alive, one of another birth is not, and a pid of nobody has none", () => {
  const birth = birthOf(process.pid) ?? "";
  expect(isAlive({ pid: process.pid, birth })).toBe(true);
  expect(isAlive({ pid: process.pid, birth: `1${birth}` })).toBe(false);
  expect(birthOf(2 ** 30)).toBeNull();
});
