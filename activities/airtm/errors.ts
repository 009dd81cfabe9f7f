import type { StepProblem } from "../../domain/chain/problems.ts";
import { StepFailure } from "../failures.ts";
import { AirtmError } from "./wire.ts";

export const CODES = {
  PAYIN_CODE_USED: "415029",
  PAYOUT_CODE_USED: "415056",
  ALREADY_COMMITTED: "415027",
} as const;

/** What a definite answer of theirs means, by its code; what is not here is a refusal of the request. */
const MEANINGS: Readonly<Record<string, StepProblem>> = {
  "415003": "PROVIDER_UNAVAILABLE",
  "415010": "RECIPIENT_NOT_ELIGIBLE",
  "415016": "FIAT_BALANCE_LOW",
  "415053": "PROVIDER_REFUSED",
  "415059": "PROVIDER_REFUSED",
  "415060": "PROVIDER_REFUSED",
  "415061": "PROVIDER_REFUSED",
  "415904": "PROVIDER_CREDENTIAL_REFUSED",
  "415905": "PROVIDER_CREDENTIAL_REFUSED",
  "415998": "PROVIDER_UNAVAILABLE",
  "415999": "PROVIDER_UNAVAILABLE",
};
/** Said of the daily limit of payouts; which code comes with it is not documented. */
const DAILY_LIMIT = /daily.{0,20}limit|limit.{0,20}(per|a) day/i;
const TEXT_LENGTH_MAX = 200;
const WINDOW_MS = 1_000;
/** Whoever asks us to stay away longer is asked again after this: meanwhile nothing else could be done with the payment. */
const RETRY_AFTER_MAX_MS = 60_000;

/** A definite answer with a code, kept so that its caller may know better what it means. */
export class AirtmRefusal extends StepFailure {
  readonly code: string | null;
  constructor(problem: StepProblem, message: string, code: string | null) {
    super(problem, message);
    this.code = code;
  }
}

/** Their words, as they may enter a history: they like to name the user. */
export const withoutAddresses = (text: string): string =>
  text.replaceAll(/\S+@\S+/g, "(an address)").slice(0, TEXT_LENGTH_MAX);

/** Their answer as a failure of the step. @param retryAfterMs what a Retry-After header said */
export function toStepFailure(status: number, body: unknown, retryAfterMs: number | null): StepFailure {
  const { data } = AirtmError.safeParse(body);
  const code = data?.code ?? null;
  const text = withoutAddresses(data?.message ?? "");
  const message = `Airtm answered ${status}${code ? ` (${code})` : ""}${text && `: ${text}`}`;
  if (status === 429) {
    return new StepFailure("PROVIDER_BUDGET_EXHAUSTED", message, {
      retryAfterMs: Math.min(Math.max(retryAfterMs ?? 0, WINDOW_MS), RETRY_AFTER_MAX_MS),
    });
  }
  if (status === 401 || status === 403) return new StepFailure("PROVIDER_CREDENTIAL_REFUSED", message);
  if (DAILY_LIMIT.test(text)) return new AirtmRefusal("FIAT_LIMIT_REACHED", message, code);
  const known = code === null ? undefined : MEANINGS[code];
  if (known) return new AirtmRefusal(known, message, code);
  const isDefinite = status >= 400 && status < 500 && status !== 408 && status !== 425;
  return isDefinite
    ? new AirtmRefusal("PROVIDER_REFUSED", message, code)
    : new StepFailure("PROVIDER_UNAVAILABLE", message);
}
