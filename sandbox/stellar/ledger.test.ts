import { expect, test } from "@jest/globals";
import { Account, Asset, Keypair, Operation, TransactionBuilder, type xdr } from "@stellar/stellar-sdk";
import fc from "fast-check";
import { createClock } from "../clock.ts";
import { contractCodes } from "../escrow/codes.ts";
import { IN_MEMORY, type Journal, openJournal } from "../store.ts";
import { toDecimal as decimal } from "./amounts.ts";
import { usdc, usdcIssuer } from "./identities.ts";
import { Ledger } from "./ledger.ts";
import { NETWORK_PASSPHRASE, NEWEST_PROTOCOL, TOTAL_COINS_STROOPS } from "./network.ts";
import { createOperator } from "./operator.ts";
import type { AccountEntry } from "./state/entries.ts";
import { minimumBalance } from "./state/reserves.ts";
import { parseEnvelope } from "./transactions/envelope.ts";

const parties = [1, 2, 3, 4].map((seed) => Keypair.fromRawEd25519Seed(Buffer.alloc(32, seed)));
const addresses = parties.map((pair) => pair.publicKey());

const party = fc.nat({ max: 3 });
const amount = fc.bigInt({ min: 1n, max: 60_000_000n });
const step = fc.oneof(
  fc.record({ kind: fc.constant("pay" as const), from: party, to: party, amount, native: fc.boolean() }),
  fc.record({ kind: fc.constant("mint" as const), to: party, amount }),
  fc.record({ kind: fc.constant("trust" as const), from: party, open: fc.boolean() }),
  fc.record({ kind: fc.constant("freeze" as const), to: party, frozen: fc.boolean() }),
  fc.record({ kind: fc.constant("sponsor" as const), from: party, to: party }),
  fc.record({ kind: fc.constant("merge" as const), from: party, to: party }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/**
 * 1. Lumens are only burnt as fees. 2. USDC is only made by mints and ended by payments to the issuer. 3. No balance
 * is negative or above its limit. 4. Reserves that are sponsored are reserves that somebody sponsors.
 */
test("money is conserved and every balance is legal, whatever is sent", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const ledger = newLedger();
      for (const each of steps) {
        perform(ledger, each);
        ledger.close();
        checkInvariants(ledger);
      }
    }),
    { numRuns: 40 },
  );
});

test("the state after a restart is the state before it", () => {
  const { journal, lines } = recordingJournal();
  const ledger = newLedger(journal);
  perform(ledger, { kind: "mint", to: 0, amount: 50_000_000n });
  ledger.close();
  perform(ledger, { kind: "pay", from: 0, to: 1, amount: 20_000_000n, native: false });
  ledger.close();
  const again = new Ledger({ clock: createClock(), journal, codes: contractCodes, protocol: NEWEST_PROTOCOL });
  again.restore(lines.map((line) => JSON.parse(line)));
  const sorted = (of: Ledger) => [...of.state.all()].map((entry) => JSON.stringify(entry, printBigint)).sort();
  expect(sorted(again)).toEqual(sorted(ledger));
  expect(again.history.transactions()).toEqual(ledger.history.transactions());
  expect(again.latest()).toEqual(ledger.latest());
});

function newLedger(journal = openJournal(IN_MEMORY).journal): Ledger {
  const ledger = new Ledger({ clock: createClock(), journal, codes: contractCodes, protocol: NEWEST_PROTOCOL });
  ledger.begin();
  const operator = createOperator(ledger);
  for (const address of addresses) operator.fund(address);
  ledger.close();
  for (const index of parties.keys()) perform(ledger, { kind: "trust", from: index, open: true });
  ledger.close();
  return ledger;
}

function perform(ledger: Ledger, each: Step): void {
  const operator = createOperator(ledger);
  const at = (index: number): string => addresses[index] ?? "";
  switch (each.kind) {
    case "mint":
      operator.mint({ address: at(each.to), amountStroops: each.amount });
      return;
    case "freeze":
      operator.setFrozen(at(each.to), each.frozen);
      return;
    case "pay": {
      const asset = each.native ? Asset.native() : usdc;
      send(ledger, each.from, [Operation.payment({ destination: at(each.to), asset, amount: decimal(each.amount) })]);
      return;
    }
    case "trust":
      send(ledger, each.from, [Operation.changeTrust({ asset: usdc, limit: each.open ? "1000" : "0" })]);
      return;
    case "merge":
      send(ledger, each.from, [Operation.accountMerge({ destination: at(each.to) })]);
      return;
    case "sponsor": {
      const source = at(each.to);
      const operations = [
        Operation.beginSponsoringFutureReserves({ sponsoredId: source }),
        Operation.changeTrust({ asset: usdc, source }),
        Operation.endSponsoringFutureReserves({ source }),
      ];
      send(ledger, each.from, operations, each.to);
    }
  }
}

function send(ledger: Ledger, from: number, operations: readonly xdr.Operation[], also = from): void {
  const signers = [...new Set([parties[from], parties[also]])].filter((pair) => pair !== undefined);
  const account = new Account(
    addresses[from] ?? "",
    (ledger.account(addresses[from] ?? "")?.sequence ?? 0n).toString(),
  );
  const builder = new TransactionBuilder(account, { fee: "100", networkPassphrase: NETWORK_PASSPHRASE });
  for (const operation of operations) builder.addOperation(operation);
  const transaction = builder.setTimeout(60).build();
  transaction.sign(...signers);
  ledger.submit(transaction.toXDR());
}

function checkInvariants(ledger: Ledger): void {
  const entries = [...ledger.state.all()];
  const accounts = entries.filter((entry) => entry.kind === "account");
  const lines = entries.filter((entry) => entry.kind === "trustline");
  const fees = sum(ledger.history.transactions().map(({ feeCharged }) => BigInt(feeCharged)));
  expect(sum(accounts.map(({ balance }) => balance)) + fees).toBe(TOTAL_COINS_STROOPS);
  expect(sum(lines.map(({ balance }) => balance))).toBe(minted(ledger));
  for (const line of lines) expect(line.balance >= 0n && line.balance <= line.limit).toBe(true);
  for (const account of accounts) expect(account.balance >= minimumBalance(account)).toBe(true);
  expect(total(accounts, "sponsoring")).toBe(total(accounts, "sponsored"));
}

/** Counted from what the issuer sent, which is another way than the balances were made. */
function minted(ledger: Ledger): bigint {
  const issued = ledger.history
    .transactions()
    .filter(({ successful, source }) => successful && source === usdcIssuer.publicKey())
    .flatMap(({ envelopeXdr }) => parseEnvelope(envelopeXdr).tx.operations);
  return sum(issued.map(({ body }) => (body.type === "payment" ? body.paymentOp.amount : 0n)));
}

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

const total = (accounts: readonly AccountEntry[], field: "sponsoring" | "sponsored"): number =>
  accounts.reduce((counted, account) => counted + account[field], 0);

const printBigint = (_key: string, value: unknown): unknown => (typeof value === "bigint" ? value.toString() : value);

function recordingJournal(): { journal: Journal; lines: string[] } {
  const lines: string[] = [];
  const append = (record: object): void => void lines.push(JSON.stringify(record));
  return { lines, journal: { append, clear: () => void lines.splice(0), close: () => undefined } };
}
