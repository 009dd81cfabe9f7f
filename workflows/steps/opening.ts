import type { UpdateDefinition } from "@temporalio/common";
import { ActivityFailure, CancellationScope, condition, setHandler } from "@temporalio/workflow";
import { apiErrorOf, refusal, sortFailure } from "./step-failure.ts";

/** A run whose opening command was refused ends itself after this. */
const OPENING_PATIENCE = "60 s";

export interface Opening {
  /** Waits for an accepted opening command; false when none came in time. */
  isOpened(): Promise<boolean>;
}

export interface OpeningCommand<Request, View> {
  readonly update: UpdateDefinition<View, [Request]>;
  /** Makes the payment's record. What it throws refuses the command, and nothing was done. */
  record(request: Request): Promise<void>;
  /** Who was asked before anything was recorded, and is told of when they did not answer; Stellar where nobody is named. */
  readonly asks?: (request: Request) => "stellar" | "airtm";
  /** Answers a caller whose payment is open, now or since before. */
  answer(request: Request): Promise<View>;
}

/** Takes the command that opens a payment: the first accepted one makes it, a repeat of it meets the same payment. */
export function handleOpening<Request extends { readonly fingerprint: string }, View>(
  command: OpeningCommand<Request, View>,
): Opening {
  let fingerprint: string | null = null;
  let isOpen = false;
  let isOver = false;
  let underWay = 0;

  const open = async (request: Request) => {
    fingerprint = request.fingerprint;
    try {
      await command.record(request);
      isOpen = true;
    } catch (error) {
      fingerprint = null;
      throw apiErrorOf(error) ?? unreachableOutside(error, command.asks?.(request) ?? "stellar");
    }
  };
  const handler = async (request: Request): Promise<View> => {
    underWay += 1;
    try {
      // of several that wait for a refused one, the first tries next and the others wait for it
      while (!isOpen && fingerprint !== null) await condition(() => isOpen || fingerprint === null);
      // the main loop has left, so nobody would carry out what is opened now
      if (isOver) throw refusal("SERVICE_UNAVAILABLE", null, "it came too late: this run is ending");
      if (!isOpen) await open(request);
    } finally {
      underWay -= 1;
    }
    return command.answer(request);
  };
  setHandler(command.update, (request) => CancellationScope.nonCancellable(() => handler(request)), {
    validator: (request) => {
      if (fingerprint !== null && fingerprint !== request.fingerprint) {
        throw refusal("IDEMPOTENCY_KEY_REUSED", null, "it was opened by another request");
      }
    },
  });
  return {
    async isOpened() {
      await condition(() => isOpen, OPENING_PATIENCE);
      while (underWay > 0) await condition(() => underWay === 0);
      isOver = !isOpen;
      return isOpen;
    },
  };
}

/** Nothing was done yet, so what could not be asked is a refusal; anything else is a bug and stays one. */
function unreachableOutside(error: unknown, provider: "stellar" | "airtm"): unknown {
  if (!(error instanceof ActivityFailure)) return error;
  const { problem, message } = sortFailure(error);
  if (provider === "airtm") return refusal("PROVIDER_UNAVAILABLE", { provider, reason: problem }, message);
  return refusal("STELLAR_NETWORK_ERROR", { reason: problem }, message);
}
