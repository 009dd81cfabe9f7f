import { Command } from "commander";
import type { CliDeps } from "../deps.ts";
import { yesOption } from "../options.ts";

export const keysRevoke = ({ api, confirm, show }: CliDeps) =>
  new Command("revoke")
    .description("end a key and its tokens, at once and for ever")
    .argument("<id>", "key_…")
    .addOption(yesOption())
    .action(async (id: string, { yes }: { yes?: boolean }) => {
      await confirm(`Whatever uses ${id} stops working. Revoke it?`, yes);
      const revoked = await api().keys.revoke(id);
      show(revoked, () => [`${revoked.id} was revoked at ${revoked.revokedAt}`]);
    });
