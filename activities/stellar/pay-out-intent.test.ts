import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Account, Keypair, MuxedAccount, Operation, StrKey } from "@stellar/stellar-sdk";
import fc from "fast-check";
import type { PayoutTerms } from "../../domain/chain/intent.ts";
import { AppError } from "../../domain/errors.ts";
import { airtmProvider } from "../airtm/airtm-provider.ts";
import { type ChainScene, chainScene, insertUser } from "../testing/chain-scene.ts";
import { problemOf } from "../testing/problem-of.ts";
import { buildTransaction } from "./build-transaction.ts";
import { checkDestination } from "./check-destination.ts";
import { usdcAsset, usdcContractId } from "./settings.ts";

let scene: ChainScene;
let payer: Awaited<ReturnType<ChainScene["user"]>>;
beforeAll(async () => {
  scene = await chainScene();
  payer = await scene.user("500.00");
});
afterAll(() => scene.close());

const payout = (destination: string, changes: Partial<PayoutTerms> = {}) =>
  ({
    kind: "payOut",
    payout: {
      withdrawalId: "wd_test",
      userId: payer.userId,
      amount: "10.00",
      currency: "USDC",
      destination,
      memo: null,
      ...changes,
    },
  }) as const;

const CONTRACT = "CCACEZ745VUFIR6V4XK3PE42V6LRAOA4GS27MMRFXGRSQUKIVKFKMHKP";
const MUXED_CONTRACT = "WCACEZ745VUFIR6V4XK3PE42V6LRAOA4GS27MMRFXGRSQUKIVKFKMEAAAAADFVLJEIH2A";

const muxed = (address: string, id: string) => new MuxedAccount(new Account(address, "0"), id).accountId();

/** An account outside, whose owner holds the key. */
async function anOutsider(...operations: Parameters<typeof own>[1][]) {
  const key = Keypair.random();
  await scene.stellar.friendbot(key.publicKey());
  for (const operation of operations) await own(key, operation);
  return key.publicKey();
}

async function own(key: Keypair, operation: Parameters<typeof buildTransaction>[1]["operations"][number]) {
  const transaction = await buildTransaction(scene, { source: key.publicKey(), operations: [operation] });
  transaction.sign(key);
  await scene.stellar.send(transaction.toXDR());
}

const trust = (limit?: string) => Operation.changeTrust({ asset: usdcAsset(scene.settings), ...(limit && { limit }) });
const demandMemo = () => Operation.manageData({ name: "config.memo_required", value: "1" });

describe("a payment", () => {
  test("arrives with its memo, and is booked as money that left", async () => {
    const outsider = await anOutsider(trust(), demandMemo());
    const step = await scene.build(payout(outsider, { memo: "invoice 7" }));
    expect(Buffer.from(step.transaction.memo.value ?? "").toString()).toBe("invoice 7");
    expect(step).toMatchObject({
      signers: [payer.address],
      sendThrough: "stellar",
      booking: {
        entryKind: "withdraw",
        accounts: { [payer.address]: `user/${payer.userId}/withdrawing`, [outsider]: "world/stellar" },
      },
    });
    expect(await scene.send(step)).toMatchObject({
      status: "SUCCEEDED",
      transfers: [{ from: payer.address, to: outsider, stroops: 100_000_000n }],
    });
  });

  test.each([
    ["id", "18446744073709551615"],
    ["hash", "0123456789abcdef".repeat(4)],
    ["return", "fedcba9876543210".repeat(4)],
  ] as const)("to an exchange that matches by a memo of type %s carries it on the chain", async (memoType, memo) => {
    const exchange = await anOutsider(trust(), demandMemo());
    const step = await scene.build(payout(exchange, { memo, memoType }));
    const { type, value } = step.transaction.memo;
    expect([type, memoType === "id" ? value : Buffer.from(value ?? "").toString("hex")]).toEqual([memoType, memo]);
    expect(await scene.send(step)).toMatchObject({ status: "SUCCEEDED" });
  });

  test("of one stroop is one stroop", async () => {
    const outsider = await anOutsider(trust());
    const { transfers } = await scene.send(await scene.build(payout(outsider, { amount: "0.0000001" })));
    expect(transfers).toEqual([{ from: payer.address, to: outsider, stroops: 1n }]);
  });

  test("to a contract is paid by the token's contract, and booked as money that left", async () => {
    const contract = scene.settings.trustless.factoryContractId;
    const step = await scene.build(payout(contract));
    expect(step.booking?.accounts).toEqual({
      [payer.address]: `user/${payer.userId}/withdrawing`,
      [contract]: "world/stellar",
    });
    expect(await scene.send(step)).toMatchObject({
      status: "SUCCEEDED",
      transfers: [{ from: payer.address, to: contract, stroops: 100_000_000n }],
    });
    expect(await scene.stellar.contractUsdc(contract)).toBe(100_000_000n);
  });

  test("to a muxed address is booked at the account behind it", async () => {
    const outsider = await anOutsider(trust());
    const step = await scene.build(payout(muxed(outsider, "77")));
    expect(new Set(Object.keys(step.booking?.accounts ?? {}))).toEqual(new Set([payer.address, outsider]));
    expect((await scene.send(step)).transfers).toEqual([{ from: payer.address, to: outsider, stroops: 100_000_000n }]);
  });

  test("to another user's wallet becomes that user's money", async () => {
    const other = await scene.user();
    const { booking } = await scene.build(payout(other.address));
    expect(booking?.accounts[other.address]).toBe(`user/${other.userId}/available`);
  });

  test("ends on the chain's clock, after the configured time", async () => {
    const outsider = await anOutsider(trust());
    const before = await scene.stellar.latestLedger();
    const { transaction } = await scene.build(payout(outsider));
    const after = await scene.stellar.latestLedger();
    const lifeFrom = (closeTimeSeconds: number) => Number(transaction.timeBounds?.maxTime) - closeTimeSeconds;
    expect(lifeFrom(before.closeTimeSeconds)).toBeGreaterThanOrEqual(120);
    expect(lifeFrom(after.closeTimeSeconds)).toBeLessThanOrEqual(120);
    expect(BigInt(transaction.fee)).toBeLessThanOrEqual(scene.settings.feeStroopsMax);
  });

  test("is never taken for one that was made before", async () => {
    expect(await scene.intents.payOut.reached(payout(payer.address))).toBeNull();
  });
});

describe("a payment that can't go out", () => {
  test("to a bad destination is refused at the last moment too", async () => {
    expect(await problemOf(scene.build(payout(Keypair.random().publicKey())))).toBe("DESTINATION_INVALID");
  });

  test("from a wallet that holds less than the ledger says stops for a person", async () => {
    const outsider = await anOutsider(trust());
    expect(await problemOf(scene.build(payout(outsider, { amount: "9000.00" })))).toBe("STATE_UNEXPECTED");
  });

  test("from a frozen wallet stops for a person", async () => {
    const outsider = await anOutsider(trust());
    const frozen = await scene.user("50.00");
    await scene.control("POST", "/stellar/freeze", { address: frozen.address, frozen: true });
    expect(await problemOf(scene.build(payout(outsider, { userId: frozen.userId })))).toBe("STATE_UNEXPECTED");
  });

  test("from a wallet that is not active yet waits", async () => {
    const userId = await insertUser(scene.db);
    expect(await problemOf(scene.intents.payOut.source(payout(payer.address, { userId })))).toBe("WALLET_NOT_READY");
  });
});

describe("a destination is refused", () => {
  const reasonFor = async (destination: string, memo: string | null = null, stroops = 100_000_000n) => {
    try {
      await checkDestination(scene, { from: payer.address, destination, memo, stroops });
      return "none";
    } catch (error) {
      if (error instanceof AppError && error.code === "WITHDRAWAL_DESTINATION_INVALID") return error.details?.reason;
      throw error;
    }
  };

  test.each(["", "G", "not an address", "GAAA", payerLike()])("that is no account address: %j", async (destination) => {
    expect(await reasonFor(destination)).toBe("ADDRESS_MALFORMED");
  });

  test("that is a secret key", async () => {
    expect(await reasonFor(Keypair.random().secret())).toBe("ADDRESS_MALFORMED");
  });

  test("that is a contract which is missing, is the token's own, or is given a memo; and every muxed contract", async () => {
    const { factoryContractId } = scene.settings.trustless;
    expect(await reasonFor(StrKey.encodeContract(new Uint8Array(32)))).toBe("CONTRACT_MISSING");
    expect(await reasonFor(usdcContractId(scene.settings))).toBe("TOKEN_CONTRACT");
    expect(await reasonFor(factoryContractId, "7")).toBe("MEMO_WITH_CONTRACT");
    expect(await reasonFor(factoryContractId)).toBe("none");
    expect(await reasonFor(MUXED_CONTRACT)).toBe("MUXED_CONTRACT_UNSUPPORTED");
  });

  test("whatever text it is, with a typed reason and never another error", async () => {
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    const letters = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 50, maxLength: 70 });
    const oneOff = fc
      .tuple(
        fc.constantFrom(payer.address, muxed(payer.address, "7"), CONTRACT, MUXED_CONTRACT),
        fc.nat(),
        fc.constantFrom(...alphabet),
      )
      .map(([text, at, letter]) => text.slice(0, at % text.length) + letter + text.slice((at % text.length) + 1));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), letters, oneOff), async (destination) => {
        expect(await reasonFor(destination)).not.toBe("none");
      }),
      { numRuns: 100 },
    );
  });

  test("that is the issuer, the payer or the platform", async () => {
    expect(await reasonFor(scene.settings.usdc.issuer)).toBe("ASSET_ISSUER");
    expect(await reasonFor(muxed(scene.settings.usdc.issuer, "1"))).toBe("ASSET_ISSUER");
    expect(await reasonFor(payer.address)).toBe("SELF");
    expect(await reasonFor(muxed(payer.address, "1"))).toBe("SELF");
    const { publicKey } = await scene.wallet("platform/fee-receiver");
    expect(await reasonFor(publicKey)).toBe("PLATFORM_WALLET");
  });

  test("that is a wallet of a user whose money is kept at Airtm", async () => {
    const other = await scene.user("1.00");
    const destination = { from: payer.address, destination: other.address, memo: null, stroops: 1n };
    await expect(checkDestination({ ...scene, provider: airtmProvider }, destination)).rejects.toMatchObject({
      details: { reason: "SIGNING_WALLET" },
    });
    expect(await reasonFor(other.address)).toBe("none");
  });

  test("whose account, trustline or room is missing", async () => {
    expect(await reasonFor(Keypair.random().publicKey())).toBe("ACCOUNT_MISSING");
    expect(await reasonFor(await anOutsider())).toBe("TRUSTLINE_MISSING");
    const narrow = await anOutsider(trust("10"));
    expect(await reasonFor(narrow)).toBe("none");
    expect(await reasonFor(narrow, null, 100_000_001n)).toBe("TRUSTLINE_FULL");
  });

  test("that the issuer froze", async () => {
    const frozen = await scene.user();
    await scene.control("POST", "/stellar/freeze", { address: frozen.address, frozen: true });
    expect(await reasonFor(frozen.address)).toBe("TRUSTLINE_UNAUTHORIZED");
  });

  test("that demands a memo and gets none, unless its address is muxed", async () => {
    const exchange = await anOutsider(trust(), demandMemo());
    expect(await reasonFor(exchange)).toBe("MEMO_REQUIRED");
    expect(await reasonFor(exchange, "")).toBe("MEMO_REQUIRED");
    expect(await reasonFor(exchange, "user 7")).toBe("none");
    expect(await reasonFor(muxed(exchange, "7"))).toBe("none");
    expect(await reasonFor(muxed(exchange, "7"), "user 7")).toBe("MEMO_WITH_MUXED");
  });

  test("with a memo of more than 28 bytes, counted as bytes", async () => {
    const outsider = await anOutsider(trust());
    expect(await reasonFor(outsider, "ü".repeat(14))).toBe("none");
    expect(await reasonFor(outsider, `${"ü".repeat(14)}x`)).toBe("MEMO_TOO_LONG");
  });
});

/** One character off: the checksum tells. */
function payerLike(): string {
  const address = Keypair.random().publicKey();
  return address.slice(0, -1) + (address.endsWith("A") ? "B" : "A");
}
