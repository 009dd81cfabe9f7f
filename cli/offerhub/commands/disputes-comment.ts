import { Command } from "commander";
import type { CliDeps } from "../deps.ts";

export const disputesComment = ({ api, show }: CliDeps) =>
  new Command("comment")
    .description("say something about it")
    .argument("<id>", "dsp_…")
    .argument("<text>")
    .option("-a, --author <name>", "the name of the key, when missing")
    .action(async (id: string, comment: string, { author }: { author?: string }) => {
      const written = await api().disputes.comment(id, { comment, ...(author && { author }) });
      show(written, () => [`${written.author} said it at ${written.createdAt}`]);
    });
