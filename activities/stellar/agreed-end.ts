import { StepFailure } from "../failures.ts";
import type { Attempt } from "../storage/chain-transactions.ts";
import type { TransactionOnChain } from "./client.ts";
import type { Heard, Testimony } from "./nodes/testimony.ts";

export type Found = Exclude<TransactionOnChain, { status: "NOT_FOUND" }>;

/** A failure lets another transaction be signed, so as with a proof of death two must say it. */
const WITNESSES_OF_FAILURE = 2;
/** A source so far behind the ledger in question is down, and not on its way there. */
const ON_ITS_WAY_LEDGERS = 12;

/**
 * Whether a transaction ended as one source told. Nobody who has seen its ledger may say otherwise, and a failure needs two who
 * say it. null while a source that may soon say more is on its way to that ledger.
 * @throws StepFailure CHAIN_UNREACHABLE when sources contradict each other, or one that could confirm a failure is silent;
 * HISTORY_LOST when every source has spoken and nobody else can know
 */
export function agreedEnd(attempt: Attempt, told: Found, heard: readonly Heard[]): Found | null {
  const testimonies = heard.filter((one): one is Testimony => "answer" in one);
  const contradicting = testimonies.find((one) => contradicts(attempt, told, one));
  if (contradicting) throw contradiction(attempt, told, contradicting);
  if (testimonies.some((one) => isOnItsWay(told, one))) return null;
  if (told.status === "SUCCEEDED" || heard.length <= 1) return told;
  const agreeing = new Set(testimonies.filter(({ answer }) => answer.status === "FAILED").map(({ source }) => source));
  if (agreeing.size >= WITNESSES_OF_FAILURE) return told;
  throw unconfirmed(attempt, told, heard);
}

function contradicts({ sequence }: Attempt, told: Found, { answer, accountSequence }: Testimony): boolean {
  if (answer.status !== "NOT_FOUND") return endOf(answer) !== endOf(told);
  // whatever a ledger includes uses up its number; one that merely does not show it may have lost it
  return answer.latest.latestLedger >= told.ledger && accountSequence !== null && accountSequence < sequence;
}

/** What is booked of it. */
const endOf = ({ status, ledger, contractId, transfers }: Found): string =>
  [status, ledger, contractId, ...transfers.map(({ from, to, stroops }) => `${from} ${to} ${stroops}`)].join();

const isOnItsWay = (told: Found, { answer }: Testimony): boolean =>
  answer.status === "NOT_FOUND" &&
  answer.latest.latestLedger < told.ledger &&
  answer.latest.latestLedger >= told.ledger - ON_ITS_WAY_LEDGERS;

function contradiction({ hash }: Attempt, told: Found, { source, answer }: Testimony): StepFailure {
  const other =
    answer.status === "NOT_FOUND"
      ? `${source}, which has seen that ledger, shows its number unused`
      : `${source} shows it as ${endOf(answer)}`;
  const message = `${hash} is told as ${endOf(told)}, and ${other}: they contradict`;
  return new StepFailure("CHAIN_UNREACHABLE", message);
}

function unconfirmed({ hash }: Attempt, told: Found, heard: readonly Heard[]): StepFailure {
  const silent = heard.find((one) => "failure" in one);
  const message = `${hash} is told as FAILED in ledger ${told.ledger} by one source alone`;
  if (silent && "failure" in silent) {
    return new StepFailure("CHAIN_UNREACHABLE", `${message}: ${silent.failure.message}`);
  }
  return new StepFailure("HISTORY_LOST", `${message}, and no other source shows it`);
}
