import { Command } from "commander";
import { bootstrap } from "./commands/bootstrap.ts";
import { configSet } from "./commands/config-set.ts";
import { configShow } from "./commands/config-show.ts";
import { depositsRescan } from "./commands/deposits-rescan.ts";
import { disputesAssign } from "./commands/disputes-assign.ts";
import { disputesComment } from "./commands/disputes-comment.ts";
import { disputesList } from "./commands/disputes-list.ts";
import { disputesPreview } from "./commands/disputes-preview.ts";
import { disputesResolve } from "./commands/disputes-resolve.ts";
import { disputesShow } from "./commands/disputes-show.ts";
import { doctor } from "./commands/doctor.ts";
import { eventsTail } from "./commands/events-tail.ts";
import { explain } from "./commands/explain.ts";
import { fenceStatus } from "./commands/fence-status.ts";
import { fenceTake } from "./commands/fence-take.ts";
import { freeze } from "./commands/freeze.ts";
import { keysCreate } from "./commands/keys-create.ts";
import { keysList } from "./commands/keys-list.ts";
import { keysRevoke } from "./commands/keys-revoke.ts";
import { keysToken } from "./commands/keys-token.ts";
import { ledgerCheck } from "./commands/ledger-check.ts";
import { ledgerWriteOff } from "./commands/ledger-write-off.ts";
import { maintenanceDisable } from "./commands/maintenance-disable.ts";
import { maintenanceEnable } from "./commands/maintenance-enable.ts";
import { maintenanceStatus } from "./commands/maintenance-status.ts";
import { opsDecide } from "./commands/ops-decide.ts";
import { opsParked } from "./commands/ops-parked.ts";
import { ordersExplain } from "./commands/orders-explain.ts";
import { ordersList } from "./commands/orders-list.ts";
import { ordersShow } from "./commands/orders-show.ts";
import { payoutsApprove } from "./commands/payouts-approve.ts";
import { payoutsCancel } from "./commands/payouts-cancel.ts";
import { payoutsList } from "./commands/payouts-list.ts";
import { payoutsRequest } from "./commands/payouts-request.ts";
import { topupsList } from "./commands/topups-list.ts";
import { topupsShow } from "./commands/topups-show.ts";
import { treasuryBook } from "./commands/treasury-book.ts";
import { unfreeze } from "./commands/unfreeze.ts";
import { usersReinstate } from "./commands/users-reinstate.ts";
import { usersSuspend } from "./commands/users-suspend.ts";
import { walletsRotate } from "./commands/wallets-rotate.ts";
import type { CliDeps } from "./deps.ts";

type MakeCommand = (deps: CliDeps) => Command;

/** The whole command line: groups, and the commands in each. */
const GROUPS: readonly (readonly [name: string, description: string, commands: readonly MakeCommand[]])[] = [
  ["config", "where the installation is, and with which key", [configSet, configShow]],
  ["keys", "API keys and short-lived tokens", [keysList, keysCreate, keysRevoke, keysToken]],
  ["maintenance", "refuse commands for a while", [maintenanceEnable, maintenanceDisable, maintenanceStatus]],
  ["orders", "orders, and what they wait for", [ordersList, ordersShow, ordersExplain]],
  ["topups", "fiat on its way in, and what it waits for", [topupsList, topupsShow]],
  ["ops", "payments that wait for a person", [opsParked, opsDecide]],
  [
    "disputes",
    "disagreements that support decides",
    [disputesList, disputesShow, disputesAssign, disputesComment, disputesPreview, disputesResolve],
  ],
  ["ledger", "ledger, records and chain", [ledgerCheck, ledgerWriteOff]],
  ["events", "what happens", [eventsTail]],
  [
    "payouts",
    "money that the operator takes out: fees, and what is stranded",
    [payoutsList, payoutsRequest, payoutsApprove, payoutsCancel],
  ],
  ["treasury", "the operator's own money at Airtm", [treasuryBook]],
  ["fence", "which deployment signs", [fenceStatus, fenceTake]],
  ["deposits", "what came to users' wallets", [depositsRescan]],
  ["users", "whose money may leave", [usersSuspend, usersReinstate]],
  ["wallets", "the keys of users' wallets", [walletsRotate]],
];

const ALONE: readonly MakeCommand[] = [explain, freeze, unfreeze, doctor, bootstrap];

export function createProgram(deps: CliDeps): Command {
  const program = new Command("offerhub").description("Operates one installation of the payments orchestrator.");
  program.option("--json", "print what the API answered, for scripts");
  for (const [name, description, commands] of GROUPS) {
    const group = new Command(name).description(description);
    for (const make of commands) group.addCommand(make(deps));
    program.addCommand(group);
  }
  for (const make of ALONE) program.addCommand(make(deps));
  // as older scripts call it
  program.addCommand(keysCreate(deps).name("api-keys:create"), { hidden: true });
  tame(program, deps);
  return program;
}

/** Commander would end the process and print by itself. */
function tame(command: Command, deps: CliDeps): void {
  const { stdout, stderr } = deps.world;
  command.exitOverride().configureOutput({ writeOut: stdout, writeErr: stderr });
  for (const below of command.commands) tame(below, deps);
}
