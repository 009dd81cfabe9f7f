import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { Asset, Operation } from "@stellar/stellar-sdk";
import { mutationsOf } from "../testing/answers.ts";
import { type ChainScene, chainScene } from "../testing/chain-scene.ts";
import { type NodeProxy, nodeProxy, remembers } from "../testing/node-proxy.ts";
import { anOutsider, type Outsider } from "../testing/outsider.ts";
import { buildTransaction } from "./build-transaction.ts";
import { createStellarClient, type StellarClient } from "./client.ts";
import { contractPayment } from "./pay-contract.ts";
import { isOfNode } from "./reaching.ts";
import { usdcAsset } from "./settings.ts";

// Whatever a node or Horizon leaves out, adds or changes: what is read of the answer is what the whole answer says, or the
// answer is refused by a name that says why. Never another value, nothing where there was something, or an end that nobody told.

type Json = Record<string, unknown>;

let scene: ChainScene;
let node: NodeProxy;
let horizon: NodeProxy;
let stellar: StellarClient;
let alice: { address: string };
let outsider: Outsider;
let hash: string;
let applied: string;
/** Where Horizon stands on its host. */
let below: string;
beforeAll(async () => {
  scene = await chainScene();
  node = await nodeProxy(scene.settings.rpcUrl, "127.0.0.2");
  const { origin, pathname } = new URL(scene.settings.horizonUrl ?? "");
  horizon = await nodeProxy(origin, "127.0.0.3"); // its pages link to each other by whole URLs
  below = pathname;
  stellar = createStellarClient({ ...scene.settings, rpcUrl: node.url, horizonUrl: `${horizon.url}${below}` });
  alice = await scene.user("50.00");
  outsider = await anOutsider(scene, "100.00");
  const payment = Operation.payment({ destination: alice.address, asset: usdcAsset(scene.settings), amount: "7.00" });
  const transaction = await buildTransaction(scene, { source: outsider.address, operations: [payment] });
  hash = await outsider.sign(transaction);
  applied = transaction.toXDR();
});
beforeEach(() => {
  remembers(node);
  remembers(horizon);
});
afterAll(async () => {
  await node.close();
  await horizon.close();
  await scene.close();
});

interface Read {
  /** The RPC method, or Horizon's path, whose answer is spoilt. */
  readonly of: () => string;
  readonly at: "node" | "horizon";
  readonly read: () => Promise<unknown>;
  /** Fields of which any value is one: ids, times and amounts that nothing else in the answer confirms. */
  readonly anyValue?: RegExp;
}

const drained = async <Item>(pages: AsyncIterable<readonly Item[]>) => {
  const items: Item[] = [];
  for await (const page of pages) items.push(...page);
  return items;
};

const READS: Readonly<Record<string, Read>> = {
  "the newest ledger": {
    at: "node",
    of: () => "getHealth",
    read: () => stellar.latestLedger(),
    anyValue: /^latestLedgerCloseTime (removed|null)/, // an older node: it is asked by another method then
  },
  "the fees": { at: "node", of: () => "getFeeStats", read: () => stellar.feeStats() },
  "the network": {
    at: "node",
    of: () => "getNetwork",
    read: () => stellar.passphrase(),
    anyValue: /passphrase an unknown/,
  },
  "the end of a transaction": { at: "node", of: () => "getTransaction", read: () => stellar.transaction(hash) },
  "the answer to a sending": {
    at: "node",
    of: () => "sendTransaction",
    read: () => stellar.send(applied),
    anyValue: /^errorResultXdr (removed|null)/, // a refusal without its reason: none of it is an outcome
  },
  "a simulation": {
    at: "node",
    of: () => "simulateTransaction",
    read: async () => {
      const to = scene.settings.trustless.factoryContractId;
      const { operations } = await contractPayment({ ...scene, stellar }, { from: alice.address, to, stroops: 5n });
      return operations.length;
    },
  },
  "a contract's balance": {
    at: "node",
    of: () => "simulateTransaction",
    read: () => stellar.contractUsdc(scene.settings.trustless.factoryContractId),
  },
  "an account": { at: "node", of: () => "getLedgerEntries", read: () => stellar.account(alice.address) },
  "sequence numbers": {
    at: "node",
    of: () => "getLedgerEntries",
    read: () => stellar.accountsSequence([alice.address]),
  },
  "what wallets hold": {
    at: "node",
    of: () => "getLedgerEntries",
    read: async () => {
      const { ledger, stroopsOf } = await stellar.walletsUsdc([alice.address]);
      return [typeof ledger, stroopsOf(alice.address)];
    },
  },
  "what wallets can spend": {
    at: "node",
    of: () => "getLedgerEntries",
    read: () => stellar.spendableXlm([alice.address]),
  },
  "the payments of an account": {
    at: "horizon",
    of: () => `${below}/accounts/${alice.address}/payments`,
    read: () => drained(stellar.payments(alice.address)),
    anyValue: /(transaction_hash|asset_code|asset_issuer) an unknown/, // it says that it is another one
  },
  "Horizon's word on a transaction": {
    at: "horizon",
    of: () => `${below}/transactions/${hash}`,
    read: () => wordOfHorizon(),
    anyValue: /^created_at an unknown/,
  },
  "Horizon's word on its own ledgers": { at: "horizon", of: () => `${below}`, read: () => wordOfHorizon() },
  "Horizon's word on an account": {
    at: "horizon",
    of: () => `${below}/accounts/${outsider.address}`,
    read: () => wordOfHorizon(),
  },
};

async function wordOfHorizon() {
  const heard = await stellar.testimonies({ hash, sourceAccount: outsider.address });
  const word = heard.at(-1);
  if (!word || "failure" in word) throw word?.failure;
  const { latest, ...end } = word.answer; // ledgers close meanwhile
  return { ...word, answer: end, latest: Object.values(latest).map((number) => typeof number) };
}

const texts = (_key: string, value: unknown) =>
  typeof value === "bigint" ? value.toString() : value instanceof Map ? [...value] : value;
const shown = (value: unknown) => JSON.stringify(value, texts);

/** The answer and every object in it, each spoilt in every way, one at a time. */
function* spoilt(answer: Json, depth = 0): Generator<{ readonly name: string; readonly body: Json }> {
  yield* mutationsOf(answer);
  if (depth > 2) return;
  for (const [field, value] of Object.entries(answer)) {
    const inner = Array.isArray(value) ? value[0] : value;
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) continue;
    const back = (changed: Json) => ({
      ...answer,
      [field]: Array.isArray(value) ? [changed, ...value.slice(1)] : changed,
    });
    for (const { name, body } of spoilt(inner as Json, depth + 1)) yield { name: `${field}.${name}`, body: back(body) };
  }
}

/** Bytes that no codec reads, in the place of every XDR text. */
function* unreadable(answer: Json): Generator<{ readonly name: string; readonly body: Json }> {
  for (const { name, body } of spoilt(answer)) {
    if (!/(xdr|Xdr|transactionData|value) an unknown value$/.test(name)) continue;
    yield {
      name: name.replace("an unknown value", "in bytes of a later protocol"),
      body: JSON.parse(shown(body).replace("NEVER_HEARD_OF", "AAAAAAAAAAD/////")) as Json,
    };
  }
}

describe.each(Object.entries(READS))("%s", (_, { at, of, read, anyValue }) => {
  test("is what the whole answer says, or the answer is refused by name", async () => {
    const source = at === "node" ? node : horizon;
    let answer: Json = {};
    source.lies.set(of(), (whole) => {
      if (Object.keys(answer).length === 0) answer = whole;
      return whole;
    });
    const expected = shown(await read());
    const result = (at === "node" ? answer.result : answer) as Json;
    const silent: string[] = [];
    let count = 0;
    for (const { name, body } of [...spoilt(result), ...unreadable(result)]) {
      if (anyValue?.test(name) || /(^|\.)_links\.|an unknown field of/.test(name)) continue;
      let isSpoilt = false;
      source.lies.set(of(), (whole) => {
        if (isSpoilt) return whole; // a further page
        isSpoilt = true;
        return at === "node" ? { ...whole, result: body } : body;
      });
      count += 1;
      const outcome = await read().then(shown, (error: unknown) => (isOfNode(error) ? "refused" : `threw ${error}`));
      if (outcome !== "refused" && outcome !== expected) silent.push(`${name}: ${outcome}`);
    }
    expect(silent).toEqual([]);
    expect(count).toBeGreaterThan(5);
  }, 120_000);
});

describe("a page of events", () => {
  const page = () => stellar.transferEvents({ startLedger: 1 }, 100);

  test("gives every event that it holds, read or kept with its bytes, whatever one of them lacks", async () => {
    let answer: Json = {};
    node.lies.set("getEvents", (whole) => {
      answer = whole;
      return whole;
    });
    const whole = await page();
    const result = answer.result as Json & { events: Json[] };
    const [first, ...others] = result.events;
    if (!first) throw new Error("the page is empty");
    const silent: string[] = [];
    for (const { name, body } of mutationsOf(first)) {
      if (/^(txHash|id|contractId) an unknown value/.test(name)) continue; // it says that it is another one
      node.lies.set("getEvents", (said) => ({ ...said, result: { ...result, events: [body, ...others] } }));
      const seen = await page().catch(() => null);
      if (seen === null) silent.push(`${name}: the whole page is refused`);
      else if (seen.unread.length === 0 && shown(seen.events) !== shown(whole.events)) silent.push(`${name}: dropped`);
      else if (seen.events.length + seen.unread.length !== result.events.length) silent.push(`${name}: lost`);
    }
    expect(silent).toEqual([]);
  });

  test("that leaves out how far it goes is refused", async () => {
    node.lies.set("getEvents", (whole) => whole);
    for (const field of ["cursor", "latestLedger", "oldestLedger", "latestLedgerCloseTime", "events"]) {
      node.lies.set("getEvents", (whole) => {
        const { [field]: _left, ...rest } = whole.result as Json;
        return { ...whole, result: rest };
      });
      expect([field, await page().catch((error: unknown) => isOfNode(error))]).toEqual([field, true]);
    }
  });
});

test("XLM is not taken for USDC", async () => {
  const before = await drained(stellar.payments(alice.address));
  await outsider.send([Operation.payment({ destination: alice.address, asset: Asset.native(), amount: "1.00" })]);
  expect(await drained(stellar.payments(alice.address))).toEqual(before);
});
