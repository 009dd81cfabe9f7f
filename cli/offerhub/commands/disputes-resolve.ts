import { Command } from "commander";
import type { CliDeps } from "../deps.ts";
import { yesOption } from "../options.ts";
import { disputeLines } from "../present-dispute.ts";
import { previewLines, type RulingOptions, rulingOf, withRuling } from "../ruling.ts";

interface Options extends RulingOptions {
  readonly note?: string;
  readonly yes?: boolean;
}

/** Shows what it will pay before it asks. */
export const disputesResolve = ({ api, confirm, note, show }: CliDeps) =>
  withRuling(new Command("resolve").description("decide, for good: the contract pays"))
    .argument("<id>", "dsp_…")
    .option("-n, --note <text>", "why")
    .addOption(yesOption())
    .action(async (id: string, options: Options) => {
      const ruling = rulingOf(options);
      const { disputes } = api();
      if (!options.yes) for (const line of previewLines(await disputes.preview(id, ruling))) note(line);
      await confirm(`Nobody can take this back. Pay ${id} like that?`, options.yes);
      const dispute = await disputes.resolve(id, { ...ruling, ...(options.note && { note: options.note }) });
      show(dispute, () => disputeLines(dispute));
    });
