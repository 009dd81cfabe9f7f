import { DISPUTE_TRANSITIONS } from "../../domain/dispute/states.ts";
import { ESCROW_TRANSITIONS } from "../../domain/escrow/states.ts";
import { MILESTONE_TRANSITIONS } from "../../domain/milestone/states.ts";
import { ORDER_TRANSITIONS } from "../../domain/order/states.ts";
import { PLATFORM_PAYOUT_TRANSITIONS } from "../../domain/platform-payout/states.ts";
import { type Transition, toMermaid } from "../../domain/state-machine.ts";
import { TOPUP_TRANSITIONS } from "../../domain/topup/states.ts";
import { WITHDRAWAL_TRANSITIONS } from "../../domain/withdrawal/states.ts";
import type { GeneratedFile } from "./generated-file.ts";

const MACHINES: readonly (readonly [name: string, title: string, moves: readonly Transition<string>[]])[] = [
  ["dispute", "Dispute", DISPUTE_TRANSITIONS],
  ["escrow", "Escrow", ESCROW_TRANSITIONS],
  ["milestone", "Milestone", MILESTONE_TRANSITIONS],
  ["order", "Order", ORDER_TRANSITIONS],
  ["platform-payout", "Platform payout", PLATFORM_PAYOUT_TRANSITIONS],
  ["topup", "Top-up", TOPUP_TRANSITIONS],
  ["withdrawal", "Withdrawal", WITHDRAWAL_TRANSITIONS],
];

/** A diagram and a table per state machine, from the lists that the code itself obeys. */
export const statePages = (): readonly GeneratedFile[] =>
  MACHINES.map(([name, title, moves]) => ({ path: `docs/states/${name}.md`, text: pageOf(title, moves) }));

function pageOf(title: string, moves: readonly Transition<string>[]): string {
  const rows = moves.map(({ from, to, because }) => `| ${from} | ${to} | ${because} |`);
  const table = ["| from | to | because |", "|---|---|---|", ...rows].join("\n");
  return `# ${title}\n\n\`\`\`mermaid\n${toMermaid(moves)}\`\`\`\n\n${table}\n`;
}
