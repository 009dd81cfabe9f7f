import { type RunningSandbox, type SandboxOptions, startSandbox } from "../../start.ts";
import { type AirtmSettings, DEFAULT_AIRTM_SETTINGS } from "../settings.ts";

/** Whatever JSON says: a test reads the fields it expects. */
export type Json = ReturnType<typeof JSON.parse>;

export interface Answer {
  readonly status: number;
  readonly body: Json;
}

/** An enterprise's side of Airtm, and the tests' side of the sandbox: only HTTP. */
export class AirtmAid {
  readonly sandbox: RunningSandbox;
  #lastCode = 0;

  constructor(sandbox: RunningSandbox) {
    this.sandbox = sandbox;
  }

  static async start(settings: Partial<AirtmSettings> = {}, options: SandboxOptions = {}): Promise<AirtmAid> {
    const airtm = { ...DEFAULT_AIRTM_SETTINGS, requestsPerSecond: 0, webhookRetryMs: [10, 10, 10], ...settings };
    return new AirtmAid(await startSandbox({ ledgerMs: "manual", airtm, ...options }));
  }

  close(): Promise<void> {
    return this.sandbox.close();
  }

  /** With the right key, unless told otherwise. */
  async request(method: string, path: string, json?: unknown, credentials?: string): Promise<Answer> {
    const { apiKey, apiSecret } = DEFAULT_AIRTM_SETTINGS;
    const basic = Buffer.from(credentials ?? `${apiKey}:${apiSecret}`).toString("base64");
    return this.#fetch(`/airtm/v2${path}`, method, json, { authorization: `Basic ${basic}` });
  }

  control(method: string, path: string, json?: unknown): Promise<Answer> {
    return this.#fetch(`/_sandbox${path}`, method, json, {});
  }

  advance(seconds: number): Promise<Answer> {
    return this.control("POST", "/clock", { advanceSeconds: seconds });
  }

  newCode(): string {
    this.#lastCode += 1;
    return `code-${this.#lastCode}`;
  }

  payinBody(more: object = {}) {
    return {
      code: this.newCode(),
      amount: 25.5,
      description: "Two logos",
      items: [
        { description: "Logo", amount: 12.5, quantity: 2 },
        { description: "Tip", amount: 0.5, quantity: 1 },
      ],
      confirmationUri: "https://shop.example.com/back?order=1",
      cancelUri: "https://shop.example.com/canceled",
      ...more,
    };
  }

  payoutBody(more: object = {}) {
    return { code: this.newCode(), airtmUserEmail: "seller@example.com", amount: 40, notes: "Your pay", ...more };
  }

  /** A payin of 25.50, unless told otherwise. */
  async payin(more: object = {}): Promise<Json> {
    return this.#created("/payins", this.payinBody(more));
  }

  /** A payout of 40 to seller@example.com, unless told otherwise. */
  async payout(more: object = {}): Promise<Json> {
    return this.#created("/payouts", this.payoutBody(more));
  }

  async balance(): Promise<{ available: number; pending: number }> {
    return (await this.request("GET", "/me/balance")).body;
  }

  async #created(path: string, json: object): Promise<Json> {
    const { status, body } = await this.request("POST", path, json);
    if (status !== 200) throw new Error(`POST ${path}: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  async #fetch(path: string, method: string, json: unknown, headers: Record<string, string>): Promise<Answer> {
    const answer = await fetch(`${this.sandbox.url}${path}`, {
      method,
      headers: { ...headers, "content-type": "application/json" },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === "" ? null : JSON.parse(text) };
  }
}
