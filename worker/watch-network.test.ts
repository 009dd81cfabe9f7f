import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import pino from "pino";
import type { SourceLook, SourceSeen } from "../domain/chain/source-state.ts";
import { judgeSource } from "../domain/chain/source-state.ts";
import { type Database, openDatabase } from "../prisma/client.ts";
import { testDatabase } from "../tests/support/postgres.ts";
import { lookOnce } from "./watch-network.ts";
import { createWorkerMetrics } from "./worker-metrics.ts";

let db: Database;
let database: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.url);
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const metrics = createWorkerMetrics();
const log = pino({ level: "silent" });
const look = (protocol: number): SourceLook => ({ ledger: 7, closeTimeSeconds: 1_000, protocol });
const seen = (protocol: number): SourceSeen => ({
  source: "rpc.example",
  kind: "rpc",
  look: look(protocol),
  ...judgeSource(look(protocol), 1_000),
});
const watch = (...sources: SourceSeen[]) =>
  lookOnce({ db, log, metrics, stellar: { sources: async () => sources } as never }, "testnet");
const events = async () =>
  (await db.sql.query("SELECT type, payload FROM event ORDER BY sequence")).rows as { type: string; payload: object }[];

describe("a network", () => {
  test("of a tested protocol is no news, and its sources are kept as they were seen", async () => {
    await watch(seen(30));
    expect(await events()).toEqual([]);
    const { rows } = await db.sql.query("SELECT source, state, protocol, ledger FROM stellar_source");
    expect(rows).toEqual([{ source: "rpc.example", state: "up", protocol: 30, ledger: 7 }]);
  });

  test("that is newer is told once per protocol, however many workers see it", async () => {
    await Promise.all([watch(seen(31)), watch(seen(31)), watch(seen(31))]);
    await watch(seen(31));
    await watch(seen(32));
    const payload = { network: "testnet", testedFirst: 27, testedLast: 30 };
    expect(await events()).toEqual([
      { type: "network.newer", payload: { ...payload, protocol: 31 } },
      { type: "network.newer", payload: { ...payload, protocol: 32 } },
    ]);
    const text = await metrics.text([]);
    expect(text).toContain('orchestrator_stellar_source_up{source="rpc.example",state="newer"} 0');
    expect(text).toContain('orchestrator_stellar_protocol{source="rpc.example"} 32');
  });
});
