import { allHandlersFinished, condition, setHandler } from "@temporalio/workflow";
import { following } from "./activity-options.ts";
import { type RescanAsked, type RescanInput, type RescanReport, rescannedUpdate } from "./contracts/rescan-deposits.ts";

interface Rescan extends RescanAsked {
  report: RescanReport | null;
}

/**
 * Reads again what deposits came, and credits those that an earlier release or a lost cursor has left out. Asked meanwhile for
 * more than it reads, it reads again after it.
 */
export async function rescanDeposits({ stream, fromLedger }: RescanInput): Promise<RescanReport> {
  const first: Rescan = { fromLedger, report: null };
  const rescans = [first];
  setHandler(rescannedUpdate, (asked) => reportOf(asked ? rescanFor(asked, rescans) : first));
  for (let last = first; ; ) {
    last.report = await following.stellarRescanDeposits({ stream, fromLedger: last.fromLedger });
    await condition(() => nextOf(rescans) !== undefined || allHandlersFinished());
    const next = nextOf(rescans);
    if (!next) return last.report;
    last = next;
  }
}

const nextOf = (rescans: readonly Rescan[]) => rescans.find(({ report }) => report === null);

function rescanFor(asked: RescanAsked, rescans: Rescan[]): Rescan {
  const covering = rescans.find((rescan) => rescan.report === null && covers(rescan, asked));
  if (covering) return covering;
  const rescan: Rescan = { ...asked, report: null };
  rescans.push(rescan);
  return rescan;
}

/** One that begins nowhere reads as far back as there is anything. */
const covers = (rescan: RescanAsked, asked: RescanAsked): boolean =>
  rescan.fromLedger === null || (asked.fromLedger !== null && rescan.fromLedger <= asked.fromLedger);

async function reportOf(rescan: Rescan): Promise<RescanReport> {
  await condition(() => rescan.report !== null);
  if (!rescan.report) throw new RangeError("the condition above holds");
  return rescan.report;
}
