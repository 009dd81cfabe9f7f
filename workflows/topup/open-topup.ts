import { condition, setHandler } from "@temporalio/workflow";
import type { TopUpTerms } from "../../domain/topup/topup-facts.ts";
import { asking, storage } from "../activity-options.ts";
import {
  type CreateTopUp,
  cancelUpdate,
  createUpdate,
  refreshUpdate,
  type TopUpCommand,
  type TopUpInput,
} from "../contracts/topup.ts";
import { handleOpening, type Opening } from "../steps/opening.ts";
import { openQuestions } from "../steps/questions.ts";
import { TopUpRun } from "./topup-run.ts";

/** State and every handler of a top-up; call it before the first await. */
export function openTopUp({ topUpId, isReopened = false }: TopUpInput): {
  readonly run: TopUpRun;
  readonly opening: Opening;
} {
  const run = new TopUpRun(topUpId);
  const opening = handleOpening({
    update: createUpdate,
    record: async (request) => {
      if (!isReopened) await recordCreation(run, request); // else it was recorded by an earlier run
    },
    asks: () => "airtm",
    async answer() {
      await condition(() => run.status !== "TOPUP_CREATED"); // the provider has it, or refused it
      return run.view();
    },
  });
  // at its end nobody may be left to carry a command out
  const perform = async (request: TopUpCommand, name: "cancel" | "refresh") =>
    run.isFinal() ? run.view() : run.commands.perform({ ...request, name }, true);
  setHandler(cancelUpdate, (request) => perform(request, "cancel"), {
    validator: (_request: TopUpCommand) => run.refuseUnlessCancelable(),
  });
  openQuestions().handle(refreshUpdate, (request) => perform(request, "refresh"));
  return { run, opening };
}

async function recordCreation(run: TopUpRun, request: CreateTopUp): Promise<void> {
  const { userId, amount, currency, caller, details, reference = null } = request;
  const topUp: TopUpTerms = { topUpId: run.topUpId, userId, amount, currency, reference };
  await storage.storageRequireEligible({ ownerId: userId });
  await asking.fiatRequireReady({ userId, amount, direction: "in" });
  run.open(topUp, caller);
  await run.record({ kind: "topUpCreated", topUp, details }, "TOPUP_CREATED");
}
