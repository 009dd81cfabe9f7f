import { StepFailure } from "../failures.ts";
import type { Attempt } from "../storage/chain-transactions.ts";
import type { StellarClient, TransactionOnChain } from "./client.ts";
import type { Heard, Testimony } from "./nodes/testimony.ts";
import { type Absence, type ProofOfDeath, proveDeath } from "./proof-of-death.ts";

export type Found = Exclude<TransactionOnChain, { status: "NOT_FOUND" }>;

export type Judgement =
  | { readonly kind: "found"; readonly found: Found }
  | { readonly kind: "dead"; readonly proof: ProofOfDeath };

/**
 * How a transaction ended whose time is over and which the newest node does not know: any source may have its history, two
 * must agree that it is dead.
 * @throws StepFailure CHAIN_UNREACHABLE or NETWORK_BEHIND while a source that could know says nothing yet, HISTORY_LOST when
 * every source has spoken and none goes back far enough
 */
export async function judgeBySources(stellar: StellarClient, attempt: Attempt): Promise<Judgement> {
  const heard = await stellar.testimonies(attempt);
  const testimonies = heard.filter((one): one is Testimony => "answer" in one);
  const found = testimonies.find(({ answer }) => answer.status !== "NOT_FOUND");
  if (found) return { kind: "found", found: crossChecked(attempt, found, testimonies) };
  const absences = testimonies.map(toAbsence);
  const proof = proveDeath(attempt, absences);
  if (proof) return { kind: "dead", proof };
  throw undecided(attempt, heard, absences);
}

/** One source may tell a success; the account must have used up its number in whatever ledger of that time or later. */
function crossChecked(attempt: Attempt, { source, answer }: Testimony, testimonies: readonly Testimony[]): Found {
  const found = answer as Found;
  const doubting = testimonies.find(
    ({ answer: other, accountSequence }) =>
      other.latest.latestLedger >= found.ledger && accountSequence !== null && accountSequence < attempt.sequence,
  );
  if (!doubting) return found;
  const said = `${source} shows ${attempt.hash} in ledger ${found.ledger}`;
  throw new StepFailure("CHAIN_UNREACHABLE", `${said}, ${doubting.source} its account before it: they contradict`);
}

const toAbsence = ({ source, answer, accountSequence }: Testimony): Absence => ({
  source,
  accountSequence,
  ...answer.latest,
});

function undecided({ hash, maxTimeSeconds, preparedLedger }: Attempt, heard: readonly Heard[], absences: Absence[]) {
  const silent = heard.find((one) => "failure" in one);
  if (silent && "failure" in silent) return silent.failure;
  const behind = absences.find(({ latestCloseTimeSeconds }) => latestCloseTimeSeconds <= maxTimeSeconds);
  if (behind) {
    const closedAt = new Date(behind.latestCloseTimeSeconds * 1000).toISOString();
    return new StepFailure("NETWORK_BEHIND", `${behind.source} has only got to ${closedAt}`);
  }
  const reach = absences.map(({ source, oldestLedger }) => `${source} to ledger ${oldestLedger}`).join(", ");
  return new StepFailure(
    "HISTORY_LOST",
    `${hash} was prepared at ledger ${preparedLedger}; history reaches back only so far: ${reach}`,
  );
}
