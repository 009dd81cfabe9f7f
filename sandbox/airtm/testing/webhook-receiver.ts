import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { DEFAULT_AIRTM_SETTINGS } from "../settings.ts";
import type { Json } from "./airtm-aid.ts";

export interface ReceivedWebhook {
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  readonly body: Json;
}

/** A customer's endpoint. It answers with `statuses` in turn, then 200. */
export class WebhookReceiver {
  readonly received: ReceivedWebhook[] = [];
  statuses: number[] = [];
  readonly #server = createServer((request, response) => {
    let raw = "";
    request.on("data", (chunk) => {
      raw += chunk;
    });
    request.on("end", () => {
      this.received.push({ headers: request.headers, raw, body: JSON.parse(raw) });
      response.writeHead(this.statuses.shift() ?? 200).end();
    });
  });

  static async start(): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver();
    receiver.#server.listen(0, "127.0.0.1");
    await once(receiver.#server, "listening");
    return receiver;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/webhooks`;
  }

  get types(): string[] {
    return this.received.map(({ body }) => body.type);
  }

  /** Until so many have come. */
  async waitFor(count: number): Promise<readonly ReceivedWebhook[]> {
    const deadlineMs = performance.now() + 5000;
    while (this.received.length < count) {
      if (performance.now() > deadlineMs) throw new Error(`only ${this.received.length} of ${count}: ${this.types}`);
      await wait(5);
    }
    return this.received;
  }

  forget(): void {
    this.received.length = 0;
    this.statuses = [];
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** Computed here once more, from Svix's description alone. */
export function isGenuine({ headers, raw }: ReceivedWebhook, secret = DEFAULT_AIRTM_SETTINGS.webhookSecret): boolean {
  const [, base64 = ""] = secret.split("_");
  const hmac = createHmac("sha256", Buffer.from(base64, "base64"));
  hmac.update([headers["svix-id"], headers["svix-timestamp"], raw].join("."));
  return headers["svix-signature"] === `v1,${hmac.digest("base64")}`;
}
