import { Command } from "commander";
import type { CliDeps } from "../deps.ts";
import { previewLines, type RulingOptions, rulingOf, withRuling } from "../ruling.ts";

export const disputesPreview = ({ api, show }: CliDeps) =>
  withRuling(new Command("preview").description("what a decision would pay now; changes nothing"))
    .argument("<id>", "dsp_…")
    .action(async (id: string, options: RulingOptions) => {
      const preview = await api().disputes.preview(id, rulingOf(options));
      show(preview, () => previewLines(preview));
    });
