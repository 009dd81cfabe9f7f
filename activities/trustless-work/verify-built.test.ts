import { describe, expect, test } from "@jest/globals";
import { Account, Asset, Memo, MuxedAccount, Operation, TransactionBuilder, xdr } from "@stellar/stellar-sdk";
import fc from "fast-check";
import { StepFailure } from "../failures.ts";
import { address, i128, text, u32 } from "../stellar/soroban-values.ts";
import { aText } from "./expected-call.ts";
import {
  AMOUNT,
  aPlan,
  BUYER,
  CONTRACT,
  EXPECTED,
  FOREIGN_CONTRACT,
  invocation,
  NOW_SECONDS,
  PASSPHRASE,
  type Plan,
  RULES,
  STRANGER,
  signerKey,
  sourceAccountEntry,
  TOKEN,
  toXdr,
  transferOf,
} from "./testing/built-call.ts";
import { verifyCall } from "./verify-call.ts";
import { verifyEnvelope } from "./verify-envelope.ts";

function verify(unsignedXdr: string) {
  const { transaction, operation } = verifyEnvelope(unsignedXdr, RULES);
  verifyCall(operation, EXPECTED);
  return transaction;
}

function refusalOf(unsignedXdr: string): string {
  try {
    verify(unsignedXdr);
  } catch (error) {
    if (error instanceof StepFailure && error.problem === "TRANSACTION_NOT_AS_INTENDED") return error.message;
    throw error;
  }
  return "none";
}

const changed = (change: Partial<Plan> | ((plan: Plan) => void)): string => {
  const plan = aPlan();
  if (typeof change === "function") change(plan);
  else Object.assign(plan, change);
  return toXdr(plan);
};

const muxedBuyer = new MuxedAccount(new Account(BUYER, "0"), "7").accountId();

test("the transaction that was asked for passes as it came", () => {
  const unsignedXdr = toXdr(aPlan());
  expect(verify(unsignedXdr).toXDR()).toBe(unsignedXdr);
});

test("an operation that names the source again passes", () => {
  expect(refusalOf(changed({ operationSource: BUYER }))).toBe("none");
});

describe("a transaction with one thing changed is refused, and the operator reads which", () => {
  test.each<[string, Partial<Plan> | ((plan: Plan) => void)]>([
    ["source", { source: STRANGER }],
    ["operation source", { operationSource: STRANGER }],
    ["operation source", { operationSource: muxedBuyer }],
    ["signatures", { signed: true }],
    ["memo", { memo: Memo.text("surprise") }],
    ["memo", { memo: Memo.id("7") }],
    ["fee", { feeStroops: "950001" }],
    ["fee", { resourceFeeStroops: "999901" }],
    ["minTime", { minTime: NOW_SECONDS + 1 }],
    ["maxTime", { maxTime: NOW_SECONDS + 19 }],
    ["maxTime", { maxTime: NOW_SECONDS - 1 }],
    ["maxTime", { maxTime: NOW_SECONDS + 601 }],
    ["preconditions", { minLedger: 10 }],
    ["contract", { contractId: FOREIGN_CONTRACT }],
    ["function", { functionName: "release_funds" }],
    ["argument signer", { args: [address(STRANGER), i128(AMOUNT)] }],
    ["argument amount", { args: [address(BUYER), i128(AMOUNT + 1n)] }],
    ["argument amount", { args: [address(BUYER), i128(AMOUNT - 1n)] }],
    ["argument amount", { args: [address(BUYER), xdr.ScVal.scvU64(AMOUNT)] }],
    ["arguments", { args: [address(BUYER)] }],
    ["arguments", { args: [address(BUYER), i128(AMOUNT), u32(1)] }],
    ["authorisation", { allowed: [transferOf(STRANGER, AMOUNT)] }],
    ["authorisation", { allowed: [transferOf(CONTRACT, AMOUNT + 1n)] }],
    ["authorisation", { allowed: [] }],
    ["authorisation", { allowed: [transferOf(CONTRACT, AMOUNT), transferOf(CONTRACT, AMOUNT)] }],
    ["authorisation", { allowed: [invocation(TOKEN, "approve", [address(BUYER)])] }],
    ["authorisation", { auth: [] }],
    ["authorisation", (plan) => (plan.auth = [sourceAccountEntry(plan), sourceAccountEntry(plan)])],
    ["authorisation", (plan) => (plan.auth = [sourceAccountEntry({ ...plan, args: [address(BUYER), i128(1n)] })])],
    ["authorisation", (plan) => (plan.auth = [addressEntry(plan)])],
  ])("%s", (field, change) => {
    expect(refusalOf(changed(change))).toMatch(new RegExp(`^${field}: `));
  });
});

function addressEntry(plan: Plan): xdr.SorobanAuthorizationEntry {
  const credentials = xdr.SorobanCredentials.sorobanCredentialsAddress(
    new xdr.SorobanAddressCredentials({
      address: (address(BUYER) as xdr.ScValAddress).address,
      nonce: 1n,
      signatureExpirationLedger: 10,
      signature: xdr.ScVal.scvVoid(),
    }),
  );
  return new xdr.SorobanAuthorizationEntry({ credentials, rootInvocation: sourceAccountEntry(plan).rootInvocation });
}

test("a second operation is refused", () => {
  const payment = Operation.payment({ destination: STRANGER, asset: Asset.native(), amount: "1" });
  const transaction = new TransactionBuilder(new Account(BUYER, "41"), { fee: "100", networkPassphrase: PASSPHRASE })
    .addOperation(payment)
    .addOperation(payment)
    .setTimebounds(0, NOW_SECONDS + 100)
    .build();
  expect(refusalOf(transaction.toXDR())).toBe("operations: 2 of them");
});

test("another kind of operation is refused", () => {
  const transaction = new TransactionBuilder(new Account(BUYER, "41"), { fee: "100", networkPassphrase: PASSPHRASE })
    .addOperation(Operation.payment({ destination: STRANGER, asset: Asset.native(), amount: "1" }))
    .setTimebounds(0, NOW_SECONDS + 100)
    .build();
  expect(refusalOf(transaction.toXDR())).toBe("operation: payment");
});

test("a fee-bump envelope is refused", () => {
  const inner = TransactionBuilder.fromXdr(toXdr(aPlan()), PASSPHRASE);
  if ("innerTransaction" in inner) throw new Error("not the inner one");
  inner.sign(signerKey);
  const bump = TransactionBuilder.buildFeeBumpTransaction(BUYER, "60000", inner, PASSPHRASE);
  expect(refusalOf(bump.toXDR())).toMatch(/^envelope: /);
});

test("what can't be read is refused", () => {
  for (const nonsense of ["", "AAAA", "not base64", `${toXdr(aPlan())}AAAA`]) {
    expect(refusalOf(nonsense)).toMatch(/^envelope: /);
  }
});

describe("a transaction without an end", () => {
  test("gets ours, and nothing else of it changes", () => {
    const received = changed({ maxTime: 0, minTime: 5 });
    const transaction = verify(received);
    expect(transaction.timeBounds).toEqual({ minTime: "5", maxTime: (NOW_SECONDS + 120).toString() });
    expect(toXdr({ ...aPlan(), minTime: 5, maxTime: NOW_SECONDS + 120 })).toBe(transaction.toXDR());
  });

  test("gets ours also when it has no time bounds at all", () => {
    const transaction = TransactionBuilder.fromXdr(changed({ maxTime: 0 }), PASSPHRASE);
    const envelope = transaction.toEnvelope();
    if (envelope.type !== "envelopeTypeTx") throw new Error("not a plain envelope");
    const { tx } = envelope.value;
    const bare = new xdr.TransactionV1Envelope({
      tx: new xdr.Transaction({ ...tx, cond: xdr.Preconditions.precondNone() }),
      signatures: [],
    });
    const bareXdr = xdr.TransactionEnvelope.envelopeTypeTx(bare).toXdr("base64");
    expect(verify(bareXdr).toXDR()).toBe(toXdr({ ...aPlan(), maxTime: NOW_SECONDS + 120 }));
  });

  test("is refused all the same when anything else is wrong", () => {
    expect(refusalOf(changed({ maxTime: 0, memo: Memo.text("x") }))).toMatch(/^memo/);
    expect(refusalOf(changed({ maxTime: 0, feeStroops: "2000000" }))).toMatch(/^fee/);
    expect(refusalOf(changed({ maxTime: 0, minLedger: 3 }))).toMatch(/^preconditions/);
  });
});

test("no other amount ever passes, in the call or in what it allows", () => {
  const other = fc.bigInt(-(2n ** 100n), 2n ** 100n).filter((stroops) => stroops !== AMOUNT);
  fc.assert(
    fc.property(other, fc.boolean(), (stroops, inCall) => {
      const change = inCall ? { args: [address(BUYER), i128(stroops)] } : { allowed: [transferOf(CONTRACT, stroops)] };
      expect(refusalOf(changed(change))).not.toBe("none");
    }),
    { numRuns: 50 },
  );
});

test("no single changed byte passes as the transaction that was asked for", () => {
  const bytes = Buffer.from(toXdr(aPlan()), "base64");
  const original = bytes.toString("base64");
  const mutation = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }));
  fc.assert(
    fc.property(mutation, ([index, change]) => {
      const mutated = Buffer.from(bytes);
      mutated[index] = (mutated[index] ?? 0) ^ change;
      try {
        const passed = verify(mutated.toString("base64"));
        // may differ: the sequence number (compared with the account elsewhere), fee below the cap, resources, times
        expect(neutral(passed.toXDR())).toBe(neutral(original));
      } catch (error) {
        expect(error).toBeInstanceOf(StepFailure);
      }
    }),
    { numRuns: 300 },
  );
});

/** The parts of a transaction that decide what it does. */
function neutral(unsignedXdr: string): string {
  const envelope = xdr.TransactionEnvelope.fromXdr(unsignedXdr, "base64");
  if (envelope.type !== "envelopeTypeTx") return envelope.type;
  const { tx } = envelope.value;
  return [
    tx.sourceAccount.toXdr("base64"),
    tx.memo.toXdr("base64"),
    ...tx.operations.map((each) => each.toXdr("base64")),
  ].join();
}

test("a text argument must be the very text", () => {
  const plan = { ...aPlan(), functionName: "note", args: [text("completed")], allowed: [] };
  const { operation } = verifyEnvelope(toXdr(plan), RULES);
  const expected = { ...EXPECTED, functionNames: ["note"], allows: [] };
  expect(() => verifyCall(operation, { ...expected, args: [aText("note", "completed")] })).not.toThrow();
  for (const other of ["Completed", "completed ", ""]) {
    expect(() => verifyCall(operation, { ...expected, args: [aText("note", other)] })).toThrow("argument note");
  }
});
