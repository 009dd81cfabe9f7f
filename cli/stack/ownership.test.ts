import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { birthOf } from "../process/identity.ts";
import { startService } from "../process/service.ts";
import { idleService } from "../process/testing.ts";
import { type DataFolder, dataFolder } from "./data-folder.ts";
import { endLeftovers, takeOwnership } from "./ownership.ts";
import { writeStackFile } from "./stack-file.ts";

let path: string;
let folder: DataFolder;

beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), "owned-"));
  folder = dataFolder(path);
});
afterEach(() => rmSync(path, { recursive: true }));

test("a second stack on the same data directory is refused while the first one lives", () => {
  const giveBack = takeOwnership(folder);
  expect(() => takeOwnership(folder)).toThrow(`is in use by another stack (process ${process.pid})`);
  giveBack();
  takeOwnership(folder)();
});

test("the lock of a supervisor that was killed does not keep the next one out", async () => {
  const dead = await idleService().spawn();
  const birth = birthOf(dead.pid);
  await dead.stop(0);
  writeFileSync(folder.lock, JSON.stringify({ pid: dead.pid, birth }));
  takeOwnership(folder)();
});

test("a pid that another process has got since is not taken for the owner, nor ended as a leftover", async () => {
  writeFileSync(folder.lock, JSON.stringify({ pid: process.pid, birth: "of another process" }));
  takeOwnership(folder)();
  const stranger = await idleService().spawn();
  writeStackFile(folder.stackFile, [{ name: "worker", pid: stranger.pid, url: "", birth: "of another process" }]);
  expect(await endLeftovers(folder)).toEqual([]);
  expect(stranger.ending()).toBeNull();
  await stranger.stop(0);
});

test("what a killed supervisor left is ended, newest first, those that resist too", async () => {
  const services = [idleService(), idleService("process.on('SIGTERM', () => {})")];
  const left = await Promise.all(services.map(startService));
  const toProcess = ({ pid }: { pid: number }, index: number) => ({
    name: index === 0 ? "redis" : "gateway",
    pid,
    url: "",
    birth: birthOf(pid) ?? "",
  });
  writeStackFile(folder.stackFile, left.map(toProcess));
  expect(await endLeftovers(folder)).toEqual(["gateway", "redis"]);
  expect(left.map(({ pid }) => birthOf(pid))).toEqual([null, null]);
  expect(await endLeftovers(folder)).toEqual([]);
}, 15_000);
