import { setTimeout as delay } from "node:timers/promises";
import { expect } from "@jest/globals";
import { booksAgreeWithAirtm, itemsAgreeWithAirtm, oneEffectPerCode } from "./invariants/airtm.ts";
import { oneEffectPerStep, settledAsTheChainSays } from "./invariants/chain-effects.ts";
import { eventsWithoutGap, oneEventPerChange, statusesFromHistory } from "./invariants/events.ts";
import { balancedEntries, trueBalances } from "./invariants/ledger.ts";
import { nothingInTransit } from "./invariants/rest.ts";
import type { BrokenInvariant, Check, InvariantScope } from "./invariants/scope.ts";
import { booksAgreeWithChain } from "./invariants/three-books.ts";
import { readSandbox } from "./sandbox-control.ts";

/** Hold at every moment: one look that sees them broken is a bug. */
const ALWAYS: readonly Check[] = [
  balancedEntries,
  trueBalances,
  oneEffectPerStep,
  settledAsTheChainSays,
  eventsWithoutGap,
  oneEventPerChange,
  statusesFromHistory,
  oneEffectPerCode,
];

/** Hold once nothing is under way any more. */
const AT_REST: readonly Check[] = [nothingInTransit, booksAgreeWithChain, booksAgreeWithAirtm, itemsAgreeWithAirtm];

const POLL_MS = 100;

/**
 * I1 to I6 of every fault scenario, money and effects counted on the sandbox's chain and not in our own tables. What holds
 * only at rest (I4, I5) is given `restWithinMs` to become true: a deposit may still be on its way into the books.
 */
export async function expectInvariants(scope: InvariantScope & { readonly restWithinMs?: number }): Promise<void> {
  const deadline = Date.now() + (scope.restWithinMs ?? 10_000);
  for (;;) {
    expect(await brokenInvariants(scope, ALWAYS)).toEqual([]);
    const unrest = await brokenInvariants(scope, AT_REST);
    if (unrest.length === 0) return;
    if (Date.now() > deadline) expect(unrest).toEqual([]);
    await delay(POLL_MS);
  }
}

/** Every sentence that is not true now, by its number. */
export async function brokenInvariants(
  { db, sandboxUrl }: InvariantScope,
  checks: readonly Check[] = [...ALWAYS, ...AT_REST],
): Promise<readonly BrokenInvariant[]> {
  const scene = { db, sandbox: readSandbox(sandboxUrl) };
  const found = await Promise.all(checks.map((check) => check(scene)));
  return found.flat();
}
