import { Command } from "commander";
import type { CliDeps } from "../deps.ts";
import { disputeLines } from "../present-dispute.ts";

export const disputesAssign = ({ api, show }: CliDeps) =>
  new Command("assign")
    .description("say who of support takes care of it")
    .argument("<id>", "dsp_…")
    .argument("<to>", "who")
    .option("-n, --notes <text>")
    .action(async (id: string, assignedTo: string, { notes }: { notes?: string }) => {
      const dispute = await api().disputes.assign(id, { assignedTo, ...(notes && { notes }) });
      show(dispute, () => disputeLines(dispute));
    });
