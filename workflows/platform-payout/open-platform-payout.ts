import { setHandler } from "@temporalio/workflow";
import { reading } from "../activity-options.ts";
import {
  approveUpdate,
  cancelUpdate,
  type PlatformPayoutCommand,
  type PlatformPayoutInput,
  requestUpdate,
} from "../contracts/platform-payout.ts";
import { handleOpening, type Opening } from "../steps/opening.ts";
import { type PlatformPayoutCommandName, PlatformPayoutRun } from "./platform-payout-run.ts";

/** State and every handler of a platform payout; call it before the first await. */
export function openPlatformPayout({ platformPayoutId }: PlatformPayoutInput): {
  readonly run: PlatformPayoutRun;
  readonly opening: Opening;
} {
  const run = new PlatformPayoutRun(platformPayoutId);
  const opening = handleOpening({
    update: requestUpdate,
    async record({ terms, caller }) {
      const platformPayout = { ...terms, platformPayoutId };
      await reading.stellarCheckPlatformPayout(platformPayout);
      await run.payment.record({ kind: "platformPayoutRequested", platformPayout, by: caller.keyId }, caller);
      run.open(platformPayout);
    },
    answer: async () => run.view(),
  });
  setHandler(approveUpdate, perform(run, "approve"), {
    validator: (_command: PlatformPayoutCommand) => run.refuseUnlessLegal("approve"),
  });
  setHandler(cancelUpdate, perform(run, "cancel"), {
    validator: (_command: PlatformPayoutCommand) => run.refuseUnlessLegal("cancel"),
  });
  return { run, opening };
}

const perform = (run: PlatformPayoutRun, name: PlatformPayoutCommandName) => (command: PlatformPayoutCommand) => {
  const { caller } = command;
  return run.isFinal()
    ? Promise.resolve(run.view()) // at its end nobody may be left to carry it out
    : run.commands.perform({ ...command, name, key: `${name}/${caller.keyId}` }, true);
};
