import {
  Account,
  Asset,
  BASE_FEE,
  Keypair,
  Operation,
  type Transaction,
  TransactionBuilder,
  type xdr,
} from "@stellar/stellar-sdk";
import { Hono } from "hono";
import { createClock } from "../../clock.ts";
import { contractCodes } from "../../escrow/codes.ts";
import type { Generation } from "../../escrow/generation.ts";
import { fromDecimal } from "../../escrow/stroops.ts";
import { root, trustlessWorkFeeWallet, usdc, usdcIssuer } from "../../stellar/identities.ts";
import { Ledger } from "../../stellar/ledger.ts";
import { NEWEST_PROTOCOL } from "../../stellar/network.ts";
import { IN_MEMORY, openJournal } from "../../store.ts";
import { TrustlessWorkDatabase } from "../database.ts";
import { trustlessWork } from "../routes.ts";
import { DEFAULT_SETTINGS, type TrustlessWorkSettings } from "../settings.ts";
import type { StruckFault, TrustlessWorkEnv } from "../world.ts";

export const API_KEY = "test.key";

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The API on a real ledger in this process. Ledgers close as soon as a transaction waits, unless told otherwise. */
export class TrustlessWorkAid {
  readonly clock = createClock();
  readonly ledger = new Ledger({
    clock: this.clock,
    journal: openJournal(IN_MEMORY).journal,
    codes: contractCodes,
    protocol: NEWEST_PROTOCOL,
  });
  readonly database = new TrustlessWorkDatabase();
  readonly app = new Hono<TrustlessWorkEnv>();
  readonly buyer = Keypair.random();
  readonly seller = Keypair.random();
  readonly platform = Keypair.random();
  readonly resolver = Keypair.random();
  closesByItself = true;
  /** Of a payment that has nothing to do with escrows. */
  readonly paymentHash: string;
  fault: StruckFault | undefined;

  constructor(generation: Generation = "G1", settings: Partial<TrustlessWorkSettings> = {}) {
    this.ledger.begin();
    const { clock, ledger, database } = this;
    const own = { ...DEFAULT_SETTINGS, requestsPerMinute: 0, ...settings };
    this.app.use(async (c, next) => {
      c.set("fault", this.fault);
      await next();
    });
    const worldSettings = { generation, trustlessWorkApiKey: API_KEY, trustlessWork: own };
    const world = { clock, ledger, trustlessWork: database, settings: worldSettings };
    this.app.route("/", trustlessWork(world));
    for (const party of [this.buyer, this.seller, this.platform, this.resolver]) this.#open(party);
    this.paymentHash = this.#transact(
      usdcIssuer,
      Operation.payment({ destination: this.buyer.publicKey(), asset: usdc, amount: "1000" }),
    );
    this.ledger.changes.on("pending", () => setImmediate(() => this.closesByItself && this.ledger.close()));
  }

  async request(method: string, path: string, json?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const body = json === undefined ? {} : { body: typeof json === "string" ? json : JSON.stringify(json) };
    const answer = await this.app.request(path, { method, ...body, headers: { "x-api-key": API_KEY, ...headers } });
    return { status: answer.status, body: (await answer.json()) as Answer["body"] };
  }

  /** Builds, signs and sends; the answer of the first of these that refuses. */
  async perform(signer: Keypair, path: string, json: object, method = "POST"): Promise<Answer> {
    const built = await this.request(method, path, json);
    if (built.status !== 201) return built;
    return this.request("POST", "/helper/send-transaction", { signedXdr: this.sign(built, signer).toXDR() });
  }

  /** As `perform`, but straight to the network; the transaction's hash. */
  async performElsewhere(signer: Keypair, path: string, json: object): Promise<string> {
    const transaction = this.sign(await this.request("POST", path, json), signer);
    const { hash } = this.ledger.submit(transaction.toXDR());
    if (!(await this.ledger.waitFor(hash, 5_000))?.successful) throw new Error("the transaction was not applied");
    return hash;
  }

  sign(built: Answer, signer: Keypair): Transaction {
    const transaction = this.parse(built);
    transaction.sign(signer);
    return transaction;
  }

  parse({ body }: Answer): Transaction {
    return TransactionBuilder.fromXDR(String(body.unsignedTransaction), this.ledger.networkPassphrase) as Transaction;
  }

  deployBody(changes: object = {}) {
    return {
      signer: this.buyer.publicKey(),
      engagementId: "ord_1",
      title: "A logo",
      description: "One logo, two drafts",
      roles: {
        approver: this.buyer.publicKey(),
        serviceProvider: this.seller.publicKey(),
        platformAddress: this.platform.publicKey(),
        releaseSigner: this.buyer.publicKey(),
        disputeResolver: this.resolver.publicKey(),
        receiver: this.seller.publicKey(),
      },
      amount: 100,
      platformFee: 5,
      milestones: [{ description: "Delivery" }],
      trustline: { address: usdcIssuer.publicKey(), symbol: "USDC" },
      ...changes,
    };
  }

  async deployed(changes: object = {}): Promise<string> {
    const answer = await this.perform(this.buyer, "/deployer/single-release", this.deployBody(changes));
    if (typeof answer.body.contractId !== "string") throw new Error(`not deployed: ${JSON.stringify(answer)}`);
    return answer.body.contractId;
  }

  /** Two milestones, of 10 and 20. */
  multiReleaseBody(changes: object = {}) {
    const { amount: _amount, roles, ...body } = this.deployBody();
    const { receiver, ...offices } = roles;
    const milestones = [
      { description: "Drafts", amount: 10, receiver },
      { description: "Delivery", amount: 20, receiver },
    ];
    return { ...body, roles: offices, milestones, ...changes };
  }

  async deployedMulti(changes: object = {}): Promise<string> {
    const answer = await this.perform(this.buyer, "/deployer/multi-release", this.multiReleaseBody(changes));
    if (typeof answer.body.contractId !== "string") throw new Error(`not deployed: ${JSON.stringify(answer)}`);
    return answer.body.contractId;
  }

  async fundedMulti(changes: object = {}, amount = 30): Promise<string> {
    const contractId = await this.deployedMulti(changes);
    const body = { contractId, signer: this.buyer.publicKey(), amount };
    const answer = await this.perform(this.buyer, "/escrow/multi-release/fund-escrow", body);
    if (answer.status !== 200) throw new Error(`not funded: ${JSON.stringify(answer)}`);
    return contractId;
  }

  fund(contractId: string, amount = 100): Promise<Answer> {
    const body = { contractId, signer: this.buyer.publicKey(), amount };
    return this.perform(this.buyer, "/escrow/single-release/fund-escrow", body);
  }

  async funded(changes: object = {}): Promise<string> {
    const contractId = await this.deployed(changes);
    const answer = await this.fund(contractId);
    if (answer.status !== 200) throw new Error(`not funded: ${JSON.stringify(answer)}`);
    return contractId;
  }

  usdcOf(...holders: readonly (Keypair | string)[]): (bigint | null)[] {
    return holders.map((holder) => this.ledger.usdcBalance(typeof holder === "string" ? holder : holder.publicKey()));
  }

  get trustlessWorkFees(): bigint | null {
    return this.ledger.usdcBalance(trustlessWorkFeeWallet.publicKey());
  }

  #open(party: Keypair): void {
    this.#transact(root, Operation.createAccount({ destination: party.publicKey(), startingBalance: "100" }));
    this.#transact(party, Operation.changeTrust({ asset: new Asset(usdc.getCode(), usdc.getIssuer()) }));
  }

  #transact(source: Keypair, operation: xdr.Operation): string {
    const sequence = this.ledger.account(source.publicKey())?.sequence ?? 0n;
    const account = new Account(source.publicKey(), sequence.toString());
    const transaction = new TransactionBuilder(account, {
      fee: BASE_FEE,
      networkPassphrase: this.ledger.networkPassphrase,
    })
      .addOperation(operation)
      .setTimeout(60)
      .build();
    transaction.sign(source);
    const { status, hash } = this.ledger.submit(transaction.toXDR());
    this.ledger.close();
    if (!this.ledger.transaction(hash)?.successful) throw new Error(`set-up transaction failed: ${status}`);
    return hash;
  }
}

export const stroops = (decimal: string): bigint => fromDecimal(decimal) ?? -1n;
