/** One legal move, with its reason. A state machine is a list of these; all else is derived from it. */
export interface Transition<Status extends string> {
  readonly from: Status;
  readonly to: Status;
  readonly because: string;
}

/** The states from which `to` can be reached in one move: the source list of the SQL guard. */
export function sourcesOf<Status extends string>(moves: readonly Transition<Status>[], to: Status): Status[] {
  return moves.filter((move) => move.to === to).map((move) => move.from);
}

export function canMove<Status extends string>(
  moves: readonly Transition<Status>[],
  from: Status,
  to: Status,
): boolean {
  return moves.some((move) => move.from === from && move.to === to);
}

/** True when nothing leads out of the state. */
export function isFinal<Status extends string>(moves: readonly Transition<Status>[], status: Status): boolean {
  return moves.every((move) => move.from !== status);
}

/** The diagram of `docs/states/`, in Mermaid's notation. */
export function toMermaid<Status extends string>(moves: readonly Transition<Status>[]): string {
  const lines = moves.map((move) => `  ${move.from} --> ${move.to}: ${move.because}`);
  return ["stateDiagram-v2", ...lines, ""].join("\n");
}
