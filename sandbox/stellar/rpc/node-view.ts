import type { World } from "../../world.ts";
import type { LedgerSummary } from "../history.ts";
import type { State } from "../state/state.ts";

/** What this node knows while it answers one request; a stale one has not seen the last ledgers. */
export interface NodeView {
  readonly world: World;
  readonly latest: LedgerSummary;
  readonly oldest: LedgerSummary;
  readonly state: State;
  readonly isStale: boolean;
}

/** @param staleMs how far behind the node is; null when it is up to date */
export function nodeView(world: World, staleMs: number | null): NodeView {
  const { history, state } = world.ledger;
  const oldest = history.oldestWithin(world.settings.retentionLedgers);
  if (staleMs === null) return { world, latest: history.latest(), oldest, state, isStale: false };
  const latest = history.latestAt(Math.floor((world.clock.nowMs() - staleMs) / 1000));
  return { world, latest, oldest, state: stateAfter(world, latest.sequence), isStale: true };
}

/** The same node, asked for a transaction that it must not have seen yet. */
export function viewBefore(view: NodeView, ledger: number): NodeView {
  if (ledger > view.latest.sequence) return view;
  const latest = view.world.ledger.history.ledger(ledger - 1) ?? view.latest;
  return { ...view, latest };
}

function stateAfter({ ledger }: World, sequence: number): State {
  const then = ledger.state.draft();
  for (const { key, before } of ledger.history.changesSince(sequence)) {
    if (before === null) then.remove(key);
    else then.put(before);
  }
  return then;
}
