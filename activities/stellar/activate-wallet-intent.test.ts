import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Asset, Keypair, Operation } from "@stellar/stellar-sdk";
import { behindTheLaws } from "../../tests/support/behind-the-laws.ts";
import { createIntentHandlers } from "../intent-handlers.ts";
import { type ChainScene, chainScene, insertUser } from "../testing/chain-scene.ts";
import { messageOf, problemOf } from "../testing/problem-of.ts";
import { withBid } from "./bid-fee.ts";
import { buildTransaction } from "./build-transaction.ts";
import { platformWallet } from "./wallets.ts";

let scene: ChainScene;
beforeAll(async () => {
  scene = await chainScene();
});
afterAll(() => scene.close());

const newWallet = async () => scene.wallet(await insertUser(scene.db));
const activation = (walletId: string) => ({ kind: "activateWallet", walletId }) as const;

test("one transaction makes the account, its trustline and some XLM; the sponsor keeps the reserves", async () => {
  const wallet = await newWallet();
  const sponsor = await platformWallet(scene.db, "sponsor");
  const step = await scene.build(activation(wallet.walletId));
  expect(step).toMatchObject({ signers: [sponsor.publicKey, wallet.publicKey], sendThrough: "stellar", booking: null });
  expect(await scene.send(step)).toMatchObject({ status: "SUCCEEDED", transfers: [] });
  expect(await scene.stellar.account(wallet.publicKey)).toMatchObject({
    xlmStroops: 30_000_000n,
    minimumXlmStroops: 0n,
    usdc: { stroops: 0n, authorized: true },
  });
});

test("an active wallet needs no transaction", async () => {
  const wallet = await newWallet();
  expect(await scene.intents.activateWallet.reached(activation(wallet.walletId))).toBeNull();
  await scene.activate(wallet.walletId);
  expect(await scene.intents.activateWallet.reached(activation(wallet.walletId))).toMatchObject({
    ledger: expect.any(Number),
  });
});

test("an account that a stranger made first gets what is missing", async () => {
  const wallet = await newWallet();
  await scene.stellar.friendbot(wallet.publicKey);
  const before = (await scene.stellar.account(wallet.publicKey))?.xlmStroops ?? 0n;
  expect(await scene.intents.activateWallet.reached(activation(wallet.walletId))).toBeNull();
  expect(await scene.activate(wallet.walletId)).toMatchObject({ status: "SUCCEEDED" });
  const after = await scene.stellar.account(wallet.publicKey);
  expect(after).toMatchObject({ xlmStroops: before + 30_000_000n, usdc: { authorized: true } });
});

test("a frozen trustline stops for a person", async () => {
  const wallet = await newWallet();
  await scene.activate(wallet.walletId);
  await scene.control("POST", "/stellar/freeze", { address: wallet.publicKey, frozen: true });
  expect(await scene.intents.activateWallet.reached(activation(wallet.walletId))).toBeNull();
  expect(await problemOf(scene.build(activation(wallet.walletId)))).toBe("STATE_UNEXPECTED");
});

test("without a faucet the operator reads which account needs XLM", async () => {
  const { sponsorId, key } = await otherSponsor();
  const intents = createIntentHandlers({ ...scene, settings: { ...scene.settings, friendbotUrl: null } });
  expect(await intents.activateWallet.reached(activation(sponsorId))).toBeNull();
  expect(await problemOf(intents.activateWallet.build(activation(sponsorId)))).toBe("ACCOUNT_OUT_OF_XLM");
  expect(await messageOf(intents.activateWallet.build(activation(sponsorId)))).toContain(key);
  const wallet = await newWallet();
  expect(await problemOf(intents.activateWallet.build(activation(wallet.walletId)))).toBe("WALLET_NOT_READY");
});

test("a sponsor that runs out of XLM stops for a person, by its address", async () => {
  const { sponsorId, key } = await otherSponsor();
  await scene.intents.activateWallet.reached(activation(sponsorId));
  const wallet = await newWallet();
  const drain = await buildTransaction(scene, {
    source: key,
    operations: [Operation.payment({ destination: wallet.publicKey, asset: Asset.native(), amount: "1" })],
  }).catch(() => null);
  expect(drain).not.toBeNull();
  const intents = createIntentHandlers({ ...scene, settings: { ...scene.settings, walletStartingXlm: "9999" } });
  const bid = async () => withBid(scene, await intents.activateWallet.build(activation(wallet.walletId)), 1);
  expect(await problemOf(bid())).toBe("ACCOUNT_OUT_OF_XLM");
  expect(await messageOf(bid())).toContain(key);
});

/** The sponsor's row stands for another key from now on, one that has no account. */
async function otherSponsor() {
  const key = Keypair.random().publicKey();
  const [sponsor] = await behindTheLaws(
    scene.db,
    "UPDATE wallet SET public_key = $1 WHERE platform_role = 'sponsor' RETURNING id",
    [key],
  );
  return { sponsorId: String(sponsor?.id), key };
}
