import { StepFailure } from "../failures.ts";
import type { Attempt } from "../storage/chain-transactions.ts";
import { agreedEnd, type Found } from "./agreed-end.ts";
import type { StellarClient } from "./client.ts";
import type { Heard, Testimony } from "./nodes/testimony.ts";
import { type Absence, type ProofOfDeath, proveDeath } from "./proof-of-death.ts";

export type Judgement =
  | { readonly kind: "found"; readonly found: Found }
  | { readonly kind: "undecided" }
  | { readonly kind: "dead"; readonly proof: ProofOfDeath };

/**
 * How a transaction ended whose time is over and which the newest node does not know: any source may have its history, two
 * must agree that it failed or is dead.
 * @throws StepFailure CHAIN_UNREACHABLE or NETWORK_BEHIND while a source that could know says nothing yet, HISTORY_LOST when
 * every source has spoken and none goes back far enough
 */
export async function judgeBySources(stellar: StellarClient, attempt: Attempt): Promise<Judgement> {
  const heard = await stellar.testimonies(attempt);
  const testimonies = heard.filter((one): one is Testimony => "answer" in one);
  const told = testimonies.map(({ answer }) => answer).find((answer): answer is Found => answer.status !== "NOT_FOUND");
  const found = told && agreedEnd(attempt, told, heard);
  if (told) return found ? { kind: "found", found } : { kind: "undecided" };
  const absences = testimonies.map(toAbsence);
  const proof = proveDeath(attempt, absences);
  if (proof) return { kind: "dead", proof };
  throw undecided(attempt, heard, absences);
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
