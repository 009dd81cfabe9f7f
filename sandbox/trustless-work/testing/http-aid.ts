import { BASE_FEE, Horizon, Keypair, Operation, type Transaction, TransactionBuilder } from "@stellar/stellar-sdk";
import { type RunningSandbox, SANDBOX_API_KEY, type SandboxOptions, startSandbox } from "../../start.ts";
import { usdc } from "../../stellar/identities.ts";
import { DEFAULT_SETTINGS } from "../settings.ts";

export interface HttpAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A marketplace's side of the sandbox: only HTTP and the real SDK. */
export class HttpAid {
  readonly sandbox: RunningSandbox;
  readonly horizon: Horizon.Server;
  readonly buyer = Keypair.random();
  readonly seller = Keypair.random();
  readonly platform = Keypair.random();
  readonly resolver = Keypair.random();

  constructor(sandbox: RunningSandbox) {
    this.sandbox = sandbox;
    this.horizon = new Horizon.Server(`${sandbox.url}/horizon`, { allowHttp: true });
  }

  /** Four wallets with trustlines; the buyer has 10,000 USDC. */
  static async start(options: SandboxOptions = {}): Promise<HttpAid> {
    const trustlessWork = { ...DEFAULT_SETTINGS, requestsPerMinute: 0 };
    const aid = new HttpAid(await startSandbox({ ledgerMs: 0, trustlessWork, ...options }));
    for (const party of [aid.buyer, aid.seller, aid.platform, aid.resolver]) await aid.#openWallet(party);
    await aid.control("POST", "/stellar/mint", { address: aid.buyer.publicKey(), amount: "10000" });
    return aid;
  }

  control(method: string, path: string, json?: object): Promise<HttpAnswer> {
    return this.#fetch(method, `/_sandbox${path}`, json);
  }

  request(method: string, path: string, json?: object): Promise<HttpAnswer> {
    return this.#fetch(method, `/trustless-work${path}`, json);
  }

  async build(path: string, json: object): Promise<Transaction> {
    const { status, body } = await this.request("POST", path, json);
    if (status !== 201) throw new Error(`not built: ${status} ${JSON.stringify(body)}`);
    const passphrase = this.sandbox.world.ledger.networkPassphrase;
    return TransactionBuilder.fromXDR(String(body.unsignedTransaction), passphrase) as Transaction;
  }

  send(transaction: Transaction): Promise<HttpAnswer> {
    return this.request("POST", "/helper/send-transaction", { signedXdr: transaction.toXDR() });
  }

  async perform(signer: Keypair, path: string, json: object): Promise<HttpAnswer> {
    const transaction = await this.build(path, json);
    transaction.sign(signer);
    return this.send(transaction);
  }

  deployBody(engagementId: string) {
    const [buyer, seller] = [this.buyer.publicKey(), this.seller.publicKey()];
    return {
      signer: buyer,
      engagementId,
      title: "A logo",
      description: "One logo, two drafts",
      roles: {
        approver: buyer,
        serviceProvider: seller,
        platformAddress: this.platform.publicKey(),
        releaseSigner: buyer,
        disputeResolver: this.resolver.publicKey(),
        receiver: seller,
      },
      amount: 100,
      platformFee: 5,
      milestones: [{ description: "Delivery" }],
      trustline: { address: usdc.getIssuer(), symbol: "USDC" },
    };
  }

  /** Two milestones, of 100 and 200. */
  multiReleaseBody(engagementId: string) {
    const { amount: _amount, roles, ...body } = this.deployBody(engagementId);
    const { receiver, ...offices } = roles;
    const milestones = [
      { description: "Drafts", amount: 100, receiver },
      { description: "Delivery", amount: 200, receiver },
    ];
    return { ...body, roles: offices, milestones };
  }

  async fundedMulti(engagementId: string): Promise<string> {
    const deploy = await this.perform(this.buyer, "/deployer/multi-release", this.multiReleaseBody(engagementId));
    const contractId = String(deploy.body.contractId);
    const body = { contractId, signer: this.buyer.publicKey(), amount: 300 };
    const fund = await this.perform(this.buyer, "/escrow/multi-release/fund-escrow", body);
    if (fund.status !== 200) throw new Error(`not funded: ${JSON.stringify([deploy, fund])}`);
    return contractId;
  }

  /** The contract of a deployed and funded escrow. */
  async funded(engagementId: string): Promise<string> {
    const deploy = await this.perform(this.buyer, "/deployer/single-release", this.deployBody(engagementId));
    const contractId = String(deploy.body.contractId);
    const body = { contractId, signer: this.buyer.publicKey(), amount: 100 };
    const fund = await this.perform(this.buyer, "/escrow/single-release/fund-escrow", body);
    if (fund.status !== 200) throw new Error(`not funded: ${JSON.stringify([deploy, fund])}`);
    return contractId;
  }

  /** What the chain says, as seven-decimal strings. */
  async usdcOf(party: Keypair): Promise<string | undefined> {
    const { balances } = await this.horizon.loadAccount(party.publicKey());
    return balances.find((line) => "asset_code" in line && line.asset_code === "USDC")?.balance;
  }

  close(): Promise<void> {
    return this.sandbox.close();
  }

  async #openWallet(party: Keypair): Promise<void> {
    await fetch(`${this.sandbox.url}/friendbot?addr=${party.publicKey()}`);
    const account = await this.horizon.loadAccount(party.publicKey());
    const networkPassphrase = this.sandbox.world.ledger.networkPassphrase;
    const transaction = new TransactionBuilder(account, { fee: BASE_FEE, networkPassphrase })
      .addOperation(Operation.changeTrust({ asset: usdc }))
      .setTimeout(60)
      .build();
    transaction.sign(party);
    await this.horizon.submitTransaction(transaction);
  }

  async #fetch(method: string, path: string, json?: object): Promise<HttpAnswer> {
    const headers = { "x-api-key": SANDBOX_API_KEY, "content-type": "application/json" };
    const body = json === undefined ? {} : { body: JSON.stringify(json) };
    const answer = await fetch(`${this.sandbox.url}${path}`, { method, headers, ...body });
    return { status: answer.status, body: (await answer.json()) as HttpAnswer["body"] };
  }
}
