import type { StepProblem } from "../../domain/chain/problems.ts";
import { StepFailure } from "../failures.ts";
import { ErrorAnswer } from "./wire.ts";

interface Signal {
  readonly says: RegExp;
  readonly problem: StepProblem;
  readonly why: string;
}

/**
 * What a 400 or 404 of a build means, by what it says; the first row that fits decides. We read the contract
 * ourselves before we ask for a build, so a complaint about its state shows that their copy is behind, and time and a
 * resync heal it. What is left is about the request, and a definite no.
 */
export const SIGNALS: readonly Signal[] = [
  {
    says: /escrow.{0,10}not.{0,4}found/i,
    problem: "PROVIDER_INDEX_STALE",
    why: "they have not seen the contract yet; never deploy again",
  },
  {
    says: /do not match the stored escrow/i,
    problem: "PROVIDER_INDEX_STALE",
    why: "their copy differs from the chain",
  },
  {
    says: /already (been )?(initialized|released|resolved|approved|in dispute)/i,
    problem: "PROVIDER_INDEX_STALE",
    why: "the next look at the chain tells whether an earlier attempt worked",
  },
  {
    says: /must be completed|not completed|status cannot be empty/i,
    problem: "PROVIDER_INDEX_STALE",
    why: "they have not seen the milestone's last change",
  },
  { says: /only the |not authorized|unauthorized/i, problem: "CONTRACT_REFUSED", why: "the role does not fit" },
  {
    says: /balance|insufficient|funds|trustline/i,
    problem: "CONTRACT_REFUSED",
    why: "the money is not where the call needs it",
  },
  { says: /HostError|Error\(/, problem: "CONTRACT_REFUSED", why: "the simulation of the call failed" },
];

/** Their answer as a failure of the step. @param retryAfterMs what a Retry-After header said */
export function toStepFailure(status: number, body: unknown, retryAfterMs: number | null): StepFailure {
  const text = textOf(body);
  const message = `Trustless Work answered ${status}${text && `: ${text}`}`;
  if (status === 401 || status === 403) return new StepFailure("PROVIDER_CREDENTIAL_REFUSED", message);
  if (status === 429)
    return new StepFailure("PROVIDER_BUDGET_EXHAUSTED", message, { retryAfterMs: retryAfterMs ?? WINDOW_MS });
  const isDefinite = status >= 400 && status < 500 && status !== 408 && status !== 425;
  if (!isDefinite) return new StepFailure("PROVIDER_UNAVAILABLE", message);
  const signal = SIGNALS.find(({ says }) => says.test(text));
  if (signal) return new StepFailure(signal.problem, `${message} (${signal.why})`);
  // an unknown route says that our settings are wrong, not that the order is
  return new StepFailure(status === 404 || status === 405 ? "PROVIDER_UNAVAILABLE" : "PROVIDER_REFUSED", message);
}

const WINDOW_MS = 15_000;
const TEXT_LENGTH_MAX = 300;

/**
 * `{statusCode, message, path}`, `{message, code, type}` or `{message, details: {field: […]}}`; a message may be a
 * list.
 */
function textOf(body: unknown): string {
  const parsed = ErrorAnswer.safeParse(body);
  if (!parsed.success) return "";
  const { message, details } = parsed.data;
  const said = Array.isArray(message) ? message.join("; ") : (message ?? "");
  const fields = Object.entries(details ?? {}).map(([field, problems]) => `${field} ${[problems].flat().join(", ")}`);
  return [said, ...fields].filter(Boolean).join("; ").slice(0, TEXT_LENGTH_MAX);
}
