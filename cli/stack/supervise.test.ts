import { afterEach, describe, expect, test } from "@jest/globals";
import { birthOf } from "../process/identity.ts";
import { eventually, idleService } from "../process/testing.ts";
import { type Supervised, supervise } from "./supervise.ts";

const supervised: Supervised[] = [];
afterEach(() => Promise.all(supervised.splice(0).map((one) => one.stop("SIGKILL"))));

function watch(revive: boolean, script?: string) {
  const said: string[] = [];
  let changes = 0;
  const say = (line: string) => void said.push(line);
  const one = supervise(idleService(script), { revive, say, onChange: () => (changes += 1) });
  supervised.push(one);
  return { one, said, changes: () => changes };
}

const pidOf = (one: Supervised) => one.process()?.pid ?? 0;

describe("a process that dies by itself", () => {
  test("is started again within two seconds, and said so", async () => {
    const { one, said } = watch(true);
    await one.start();
    const before = pidOf(one);
    process.kill(before, "SIGKILL");
    await eventually(() => pidOf(one) !== before && pidOf(one) !== 0, 2);
    expect(said).toEqual(["idle was killed by SIGKILL; starting it again"]);
  });

  test("again and again is started again and again, with pauses", async () => {
    const { one, said } = watch(true, "setTimeout(() => process.exit(3), 100)");
    await one.start();
    await eventually(() => said.length >= 3);
    expect(said[2]).toBe("idle ended with exit code 3; starting it again");
  });

  test("stays dead when nobody wants it revived", async () => {
    const { one, said } = watch(false);
    await one.start();
    process.kill(pidOf(one), "SIGKILL");
    expect(await one.ended()).toBe("was killed by SIGKILL");
    await eventually(() => said.length === 1);
    expect(one.process()).toBeNull();
  });
});

test("a process that was stopped is not started again, and is gone when stop resolves", async () => {
  const { one, said } = watch(true);
  await one.start();
  const pid = pidOf(one);
  await one.stop("SIGKILL");
  expect(birthOf(pid)).toBeNull();
  expect(one.process()).toBeNull();
  expect(said).toEqual([]);
});

test("one that ignores SIGTERM is ended all the same", async () => {
  const { one } = watch(true, "process.on('SIGTERM', () => {})");
  await one.start();
  const pid = pidOf(one);
  await one.stop();
  expect(birthOf(pid)).toBeNull();
}, 15_000);

test("a restart ends the old process before the new one begins", async () => {
  const { one, changes } = watch(true);
  await one.start();
  const before = pidOf(one);
  await one.start();
  expect(birthOf(before)).toBeNull();
  expect(pidOf(one)).not.toBe(before);
  expect(changes()).toBe(3); // started, ended, started
});

test("one that ends before it is ready fails its start and leaves nothing", async () => {
  const { one } = watch(true);
  const service = { ...idleService(), untilReady: async () => Promise.reject(new Error("never ready")) };
  await expect(one.start(service)).rejects.toThrow("never ready");
  expect(one.process()).toBeNull();
});
