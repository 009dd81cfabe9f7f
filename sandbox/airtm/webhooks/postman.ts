import type { Fault, Faults } from "../../faults.ts";
import type { RequestLog, SeenRequest } from "../../requests.ts";
import type { AirtmSettings } from "../settings.ts";
import { createAttemptLog, type DeliveryAttempt } from "./attempt-log.ts";
import type { WebhookMessage, WebhookOutcome } from "./message.ts";
import { type Sending, send } from "./send.ts";

export interface PostmanDeps {
  readonly settings: () => AirtmSettings;
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly nowMs: () => number;
  readonly onOutcome: (outcome: WebhookOutcome) => void;
}

/** One attempt to deliver a message. */
interface Round {
  readonly message: WebhookMessage;
  readonly fault: Fault | null;
  /** How many attempts failed before. */
  readonly tries: number;
  /** Aborted once nothing may happen any more. */
  readonly signal: AbortSignal;
}

const OLD_TIMESTAMP_SECONDS = 600;

/**
 * Brings webhooks in the background: those of one object in order, each again by the retry schedule until it is
 * answered with 2xx. Nothing of it keeps the process alive.
 */
export class Postman {
  readonly #deps: PostmanDeps;
  readonly #log = createAttemptLog();
  readonly #lanes = new Map<string, Promise<void>>();
  readonly #timers = new Set<NodeJS.Timeout>();
  /** Held back until another message was sent. */
  #held: Round[] = [];
  #stop = new AbortController();

  constructor(deps: PostmanDeps) {
    this.#deps = deps;
  }

  post(message: WebhookMessage): void {
    const { signal } = this.#stop;
    const before = this.#lanes.get(message.objectId) ?? Promise.resolve();
    const mine = before.then(() => this.#attempt(message, 0, signal));
    this.#lanes.set(message.objectId, mine);
    void mine.finally(() => {
      if (this.#lanes.get(message.objectId) === mine) this.#lanes.delete(message.objectId);
    });
  }

  attemptsOf(id: string): readonly DeliveryAttempt[] {
    return this.#log.of(id);
  }

  /** Once, outside of the log: something that never happened. */
  sendInvented(invented: Omit<Sending, "url" | "secret">): Promise<number | null> {
    return this.#send(invented, this.#stop.signal);
  }

  /** Forgets what is under way. It can be used again. */
  stop(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#log.clear();
    this.#lanes.clear();
    this.#held = [];
  }

  async #attempt(message: WebhookMessage, tries: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const path = `/${message.type}/${message.code ?? message.objectId}`;
    const round = { message, fault: this.#deps.faults.next("webhooks", { method: "POST", path }), tries, signal };
    const seen = this.#see(path, round.fault);
    if (round.fault?.kind === "reorder") return void this.#held.push(round);
    const released = this.#held.splice(0);
    const status = await this.#strike(round);
    if (status !== null) seen.status = status;
    for (const held of released) await this.#strike(held);
  }

  /** The receiver's answer, as far as there is one by now. */
  async #strike(round: Round): Promise<number | null> {
    const { message, fault } = round;
    switch (fault?.kind) {
      case "lost":
        return this.#giveUpUnsent(round);
      case "refuse":
        return this.#judge(round, null);
      case "status":
        return this.#judge(round, fault.status ?? 500);
      case "status-after":
        await this.#deliver(round);
        return this.#judge(round, fault.status ?? 504);
      case "delay":
        this.#later(fault.delayMs, async () => void this.#judge(round, await this.#deliver(round)));
        return null;
      case "duplicate":
        this.#log.add(message.id, this.#attemptAs(round, await this.#deliver(round)));
        return this.#judge(round, await this.#deliver(round));
      case "forge":
        return this.#judge(round, await this.#deliver(round, { forged: true }));
      case "old-timestamp":
        return this.#judge(round, await this.#deliver(round, { ageSeconds: OLD_TIMESTAMP_SECONDS }));
      default:
        return this.#judge(round, await this.#deliver(round));
    }
  }

  #deliver({ message, signal }: Round, more: Partial<Sending> = {}): Promise<number | null> {
    return this.#send({ id: message.id, body: message.body, ...more }, signal);
  }

  #send(sending: Omit<Sending, "url" | "secret">, signal: AbortSignal): Promise<number | null> {
    const { webhookUrl: url, webhookSecret: secret } = this.#deps.settings();
    return url === null ? Promise.resolve(null) : send({ ...sending, url, secret }, signal);
  }

  /** Done with 2xx; else once more, until the schedule ends. */
  #judge(round: Round, status: number | null): number | null {
    const { message, tries, signal } = round;
    if (signal.aborted) return status;
    this.#log.add(message.id, this.#attemptAs(round, status));
    const retryMs = this.#deps.settings().webhookRetryMs[tries];
    if (status !== null && status >= 200 && status < 300) {
      this.#deps.onOutcome({ id: message.id, state: "delivered" });
    } else if (retryMs === undefined) {
      this.#deps.onOutcome({ id: message.id, state: "failed" });
    } else {
      this.#later(retryMs, () => this.#attempt(message, tries + 1, signal));
    }
    return status;
  }

  #giveUpUnsent(round: Round): null {
    this.#log.add(round.message.id, this.#attemptAs(round, null));
    this.#deps.onOutcome({ id: round.message.id, state: "lost" });
    return null;
  }

  #attemptAs({ fault }: Round, status: number | null): DeliveryAttempt {
    return { at: this.#now(), status, ...(fault !== null && { fault: fault.kind }) };
  }

  #see(path: string, fault: Fault | null): SeenRequest {
    const request = { party: "webhooks", at: this.#now(), method: "POST", path } as const;
    return this.#deps.requests.add({ ...request, ...(fault !== null && { fault: fault.kind }) });
  }

  #now(): string {
    return new Date(this.#deps.nowMs()).toISOString();
  }

  #later(delayMs: number, work: () => Promise<void>): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void work();
    }, delayMs).unref();
    this.#timers.add(timer);
  }
}
