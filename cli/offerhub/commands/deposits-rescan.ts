import { Command, InvalidArgumentError } from "commander";
import type { CliDeps } from "../deps.ts";
import { factsOf } from "../table.ts";

export const depositsRescan = ({ api, show }: CliDeps) =>
  new Command("rescan")
    .description("read again what deposits came, and credit those that were left out")
    .option(
      "--from-ledger <number>",
      "the first Stellar ledger to read; else as far back as the node's history",
      ledger,
    )
    .action(async ({ fromLedger }: { fromLedger?: number }) => {
      const rescan = await api().admin.rescanDeposits(fromLedger === undefined ? {} : { fromLedger });
      const { report } = rescan;
      show(rescan, () =>
        report
          ? factsOf({
              "from ledger": report.fromLedger,
              "through ledger": report.throughLedger,
              credited: report.creditedCount,
              unreadable: report.unreadCount,
              unexplained: report.unexplainedHashes.join(", ") || "none",
            })
          : ["still reading: run it again to see how it ended"],
      );
    });

function ledger(text: string): number {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("a Stellar ledger is a whole number above zero");
}
