import { randomBytes } from "node:crypto";
import type { ChainIntent, OrderTerms } from "../../domain/chain/intent.ts";
import { mintId, type UserId } from "../../domain/ids.ts";
import { type Database, openDatabase } from "../../prisma/client.ts";
import { type SandboxOptions, startSandbox } from "../../sandbox/start.ts";
import { testDatabase } from "../../tests/support/postgres.ts";
import { createIntentHandlers } from "../intent-handlers.ts";
import type { PaymentProvider } from "../payment-provider.ts";
import { createProviderBudget } from "../provider-budget.ts";
import { createStellarClient, type StellarClient, type TransactionOnChain } from "../stellar/client.ts";
import { cryptoProvider } from "../stellar/crypto-provider.ts";
import type { IntentHandler, IntentHandlers, UnsignedStep } from "../stellar/intent-handler.ts";
import { parseKeyRing } from "../stellar/key-ring.ts";
import type { ChainSettings } from "../stellar/settings.ts";
import { createSigner, type Signer } from "../stellar/signer.ts";
import type { WalletOwner } from "../stellar/wallets.ts";
import { createTrustlessWorkClient, type TrustlessWorkClient } from "../trustless-work/client.ts";
import { createSendThroughTrustlessWork } from "../trustless-work/send.ts";

export const TEST_KEY_RING = `v2:${"2a".repeat(32)},v1:${"1b".repeat(32)}`;

const UNHURRIED = { requestsPerMinute: 0, indexLagMs: 0, transactionSeconds: 300, inclusionWaitMs: 2_000 };

export type AppliedTransaction = Exclude<TransactionOnChain, { status: "NOT_FOUND" }>;

/** The sandbox, a database and everything the worker makes of them. */
export interface ChainScene {
  readonly url: string;
  readonly db: Database;
  readonly settings: ChainSettings;
  readonly stellar: StellarClient;
  readonly trustless: TrustlessWorkClient;
  readonly signer: Signer;
  readonly intents: IntentHandlers;
  readonly provider: PaymentProvider;
  /** A request to the sandbox's control routes. */
  control(method: string, path: string, body?: object): Promise<Record<string, unknown>>;
  /** A user with an active wallet, holding so much USDC. */
  user(usdc?: string): Promise<{ readonly userId: UserId; readonly address: string }>;
  /** A wallet whose key exists and whose account does not. */
  wallet(owner: WalletOwner): Promise<{ readonly walletId: string; readonly publicKey: string }>;
  activate(walletId: string): Promise<AppliedTransaction>;
  build(intent: ChainIntent): Promise<UnsignedStep>;
  /** Signs what the handler built, sends it to the node and waits for its ledger. */
  apply(intent: ChainIntent): Promise<AppliedTransaction>;
  send(step: UnsignedStep): Promise<AppliedTransaction>;
  close(): Promise<void>;
}

export interface SceneOptions {
  readonly sandbox?: SandboxOptions;
  readonly settings?: Partial<ChainSettings>;
  readonly provider?: PaymentProvider;
}

export async function chainScene(options: SceneOptions = {}): Promise<ChainScene> {
  const sandbox = await startSandbox({ ledgerMs: 0, trustlessWork: UNHURRIED, ...options.sandbox });
  const database = await testDatabase();
  const db = openDatabase(database.url);
  const settings = { ...(await settingsOf(sandbox.url)), ...options.settings };
  const stellar = createStellarClient(settings);
  const budget = createProviderBudget(null, { provider: "trustless-work", requests: 10_000, seconds: 60 });
  const trustless = createTrustlessWorkClient(settings.trustless, budget);
  const sendThroughTrustlessWork = createSendThroughTrustlessWork(trustless);
  const provider = options.provider ?? cryptoProvider;
  const signer = createSigner({ db, keyRing: parseKeyRing(TEST_KEY_RING), deploymentId: null });
  const intents = createIntentHandlers({ db, stellar, settings, trustless, provider });
  const scene: ChainScene = {
    url: sandbox.url,
    db,
    settings,
    stellar,
    trustless,
    signer,
    intents,
    provider,
    control: (method, path, body) => control(sandbox.url, method, path, body),
    wallet: (owner) => signer.createWallet(owner),
    async user(usdc) {
      const userId = await insertUser(db);
      const wallet = await scene.wallet(userId);
      await scene.activate(wallet.walletId);
      if (usdc) await scene.control("POST", "/stellar/mint", { address: wallet.publicKey, amount: usdc });
      return { userId, address: wallet.publicKey };
    },
    async activate(walletId) {
      const applied = await scene.apply({ kind: "activateWallet", walletId });
      await db.sql.query("UPDATE wallet SET status = 'ACTIVE' WHERE id = $1", [walletId]);
      return applied;
    },
    build: (intent) => handlerOf(intents, intent).build(intent),
    apply: async (intent) => scene.send(await scene.build(intent)),
    async send({ transaction, signers, sendThrough }) {
      await signer.sign(signers, transaction);
      const first = sendThrough === "stellar" ? stellar.send : sendThroughTrustlessWork;
      const sent = await first(transaction.toXDR());
      if (sent.kind !== "accepted") throw new Error(`not accepted: ${JSON.stringify(sent)}`);
      return untilApplied(stellar, Buffer.from(transaction.hash()).toString("hex"));
    },
    async close() {
      await db.close();
      await database.drop();
      await sandbox.close();
    },
  };
  await preparePlatform(scene);
  return scene;
}

/** A handler takes the intents of its own kind; `kind` picks it, so the pair always fits. */
export const handlerOf = (intents: IntentHandlers, intent: ChainIntent): IntentHandler<ChainIntent["kind"]> =>
  intents[intent.kind] as IntentHandler<ChainIntent["kind"]>;

async function preparePlatform(scene: ChainScene): Promise<void> {
  const sponsor = await scene.wallet("platform/sponsor");
  await scene.intents.activateWallet.reached({ kind: "activateWallet", walletId: sponsor.walletId });
  await scene.db.sql.query("UPDATE wallet SET status = 'ACTIVE' WHERE id = $1", [sponsor.walletId]);
  for (const owner of ["platform/fee-receiver", "platform/dispute-resolver"] as const) {
    await scene.activate((await scene.wallet(owner)).walletId);
  }
}

async function settingsOf(url: string): Promise<ChainSettings> {
  const said = (await control(url, "GET", "")) as Record<string, string> & {
    usdc: { code: string; issuer: string };
    wasmHashes: string[];
  };
  return {
    networkPassphrase: said.networkPassphrase ?? "",
    horizonUrl: said.horizonUrl ?? "",
    rpcUrl: said.rpcUrl ?? "",
    friendbotUrl: said.friendbotUrl ?? "",
    usdc: { code: said.usdc.code, issuer: said.usdc.issuer },
    trustless: {
      apiUrl: said.trustlessWorkUrl ?? "",
      apiKey: said.trustlessWorkApiKey ?? "",
      timeoutMs: 2_000,
      factoryContractId: said.escrowFactory ?? "",
      feeAddress: said.trustlessWorkAddress ?? "",
      wasmHashes: said.wasmHashes,
    },
    feeStroopsMax: 1_000_000n,
    transactionSeconds: 120,
    walletStartingXlm: "3",
    refill: { belowXlm: "1", xlm: "3" },
    platformLowXlm: "50",
  };
}

async function control(url: string, method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${url}/_sandbox${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as Record<string, unknown>;
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return answer;
}

export async function insertUser(db: Database): Promise<UserId> {
  const userId = mintId("user", randomBytes(24));
  await db.sql.query("INSERT INTO users (id, external_user_id, type, status) VALUES ($1, $1, 'BOTH', 'ACTIVE')", [
    userId,
  ]);
  return userId;
}

async function untilApplied(stellar: StellarClient, hash: string): Promise<AppliedTransaction> {
  for (;;) {
    const found = await stellar.transaction(hash);
    if (found.status !== "NOT_FOUND") return found;
  }
}

export const anOrder = (buyerId: UserId, sellerId: UserId, changes: Partial<OrderTerms> = {}): OrderTerms => ({
  orderId: mintId("order", randomBytes(24)),
  escrowId: mintId("escrow", randomBytes(24)),
  buyerId,
  sellerId,
  amount: "120.00",
  currency: "USDC",
  platformFeeBps: 250,
  title: "A bicycle, blue",
  milestones: [],
  ...changes,
});
