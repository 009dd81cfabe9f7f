import { allHandlersFinished, condition, setHandler } from "@temporalio/workflow";
import { following } from "./activity-options.ts";
import { type RescanInput, type RescanReport, rescannedUpdate } from "./contracts/rescan-deposits.ts";

/** Reads again what deposits came, and credits those that an earlier release or a lost cursor has left out. */
export async function rescanDeposits(input: RescanInput): Promise<RescanReport> {
  const told = { report: null as RescanReport | null };
  setHandler(rescannedUpdate, async () => {
    await condition(() => told.report !== null);
    if (!told.report) throw new RangeError("the condition above holds");
    return told.report;
  });
  told.report = await following.stellarRescanDeposits(input);
  await condition(allHandlersFinished);
  return told.report;
}
