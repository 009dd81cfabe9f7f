import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { TransactionBuilder } from "@stellar/stellar-sdk";
import { type AnsweringNode, answeringNode } from "../testing/answering-node.ts";
import { problemOf } from "../testing/problem-of.ts";

// Whole answers of nodes of protocol 27 to 31, made by other people's code (README of the vectors).

interface Answer {
  readonly name: string;
  readonly method: string;
  readonly says: Record<string, unknown>;
  readonly result: Record<string, unknown>;
}

/** Each from a seed of its own: other keys, hashes, amounts, ids and times. */
const SEEDS = ["vectors", "lantern", "harbour"];

describe.each(SEEDS)("of the seed %s", (seed) => {
  const VECTORS = JSON.parse(
    readFileSync(new URL(`../../sandbox/stellar/testing/protocol-30-${seed}.json`, import.meta.url), "utf8"),
  ) as {
    readonly usdc: { readonly code: string; readonly issuer: string };
    readonly wallet: string;
    readonly answers: readonly Answer[];
  };

  let node: AnsweringNode;
  beforeAll(async () => {
    node = await answeringNode(VECTORS.usdc);
  });
  afterAll(() => node.close());

  function answer(name: string): Answer {
    const found = VECTORS.answers.find((one) => one.name === name);
    if (!found) throw new Error(`there is no answer ${name}`);
    return found;
  }

  describe("the newest ledger", () => {
    const health = answer("health-27.1").result;

    test.each(["latest-27", "latest-30", "latest-30-empty", "latest-30-stranger", "latest-31-unknown"])(
      "is three numbers, whatever ledger %s stands beside them",
      async (name) => {
        const { result, says } = answer(name);
        node.say("getLatestLedger", result);
        node.say("getHealth", { latestLedger: 1, oldestLedger: health.oldestLedger, status: "healthy" });
        expect(await node.stellar.latestLedger()).toEqual({ ...says, oldestLedger: health.oldestLedger });
        node.say("getHealth", health);
        node.say("getLatestLedger", null);
        expect(await node.stellar.latestLedger()).toEqual({
          sequence: Number(health.latestLedger),
          closeTimeSeconds: Number(health.latestLedgerCloseTime),
          oldestLedger: Number(health.oldestLedger),
        });
      },
    );

    test("has a time that is rounded down: a part of a second is not past it", async () => {
      node.say("getHealth", { ...health, latestLedgerCloseTime: "1795628192.9" });
      expect((await node.stellar.latestLedger()).closeTimeSeconds).toBe(1_795_628_192);
    });
  });

  describe("a page of events", () => {
    const read = () => node.stellar.transferEvents({ startLedger: 1 }, 100);
    const page = answer("events-30").result;
    const events = page.events as Record<string, unknown>[];
    const oursOf = ({ events }: Awaited<ReturnType<typeof read>>) => events.filter(({ to }) => to === VECTORS.wallet);

    test.each(["events-27", "events-30", "events-flag-false"])("%s shows the deposits that it says", async (name) => {
      const { result, says } = answer(name);
      node.say("getEvents", result);
      const seen = await read();
      expect([oursOf(seen).length, seen.unread]).toEqual([says.ours, []]);
    });

    test("keeps with its bytes every event that it cannot read, and gives the others", async () => {
      const spoilt = events.map((event, index) => (index === 0 ? { ...event, value: "AAAAZA==" } : event));
      node.say("getEvents", { ...page, events: spoilt });
      const seen = await read();
      const { id, txHash, ledger } = spoilt[0] ?? {};
      expect(seen.unread).toEqual([{ id, txHash, ledger, reason: expect.any(String), raw: spoilt[0] }]);
      expect(seen.events).toHaveLength(events.length - 1);
    });

    test("reads as far as its cursor says, not as far as the node's newest ledger", async () => {
      const end = (ledger: number) => `${(BigInt(ledger) << 32n) + 4_294_967_295n}-4294967295`;
      node.say("getEvents", { ...page, events: [], latestLedger: 50_000, cursor: end(11_000) });
      expect(await read()).toMatchObject({ hasMore: true, readThrough: { ledger: 11_000, closeTimeSeconds: null } });
      node.say("getEvents", { ...page, events: [], latestLedger: 50_000, cursor: end(50_000) });
      expect(await read()).toMatchObject({ hasMore: false, readThrough: { ledger: 50_000 } });
    });
  });

  test("a network that began anew moves no cursor: its ledgers have the numbers of those that were read", async () => {
    const page = answer("events-30").result;
    const end = (ledger: number) => `${(BigInt(ledger) << 32n) + 4_294_967_295n}-4294967295`;
    node.say("getEvents", { ...page, events: [], latestLedger: 900, cursor: end(50_000) });
    expect(await problemOf(node.stellar.transferEvents({ cursor: end(50_000) }, 100))).toBe("NETWORK_BEHIND");
    node.say("getEvents", { ...page, events: [], latestLedger: 49_999, cursor: end(50_000) }); // another node, a moment behind
    expect(await node.stellar.transferEvents({ cursor: end(50_000) }, 100)).toMatchObject({
      hasMore: false,
      readThrough: { ledger: 50_000, closeTimeSeconds: null },
    });
  });

  describe("no answer, and one that cannot be read, are two things:", () => {
    test.each<[string, unknown, string]>([
      ["a method that is refused", undefined, "CHAIN_UNREACHABLE"],
      ["a page instead of an answer", "<html>", "CHAIN_UNREACHABLE"],
      ["a field that is missing", { status: "healthy" }, "NETWORK_NEWER"],
      ["a number that is none", { ...answer("health-27.1").result, latestLedger: "many" }, "NETWORK_NEWER"],
    ])("%s", async (_, result, problem) => {
      const other = await answeringNode(VECTORS.usdc);
      if (result !== undefined) other.say("getHealth", result);
      expect(await problemOf(other.stellar.latestLedger())).toBe(problem);
      await other.close();
    });

    test("a transaction in bytes that no codec knows", async () => {
      const { result } = answer("transaction-succeeded");
      const envelope = TransactionBuilder.fromXdr(String(result.envelopeXdr), node.settings.networkPassphrase);
      const hash = Buffer.from(envelope.hash()).toString("hex");
      node.say("getTransaction", { ...result, resultXdr: "AAAAAAAAAAD/////" });
      expect(await problemOf(node.stellar.transaction(hash))).toBe("NETWORK_NEWER");
      node.say("getTransaction", result);
      expect(await node.stellar.transaction(hash)).toMatchObject({ status: "SUCCEEDED" });
    });
  });
});
