import { Command } from "commander";
import type { CliDeps } from "../deps.ts";
import { yesOption } from "../options.ts";

export const ledgerWriteOff = ({ api, confirm, show }: CliDeps) =>
  new Command("write-off")
    .description("book money as lost that the ledger shows and nobody holds")
    .argument("<account>", "suspense/unexplained, order/ord_…/escrow or user/usr_…/available")
    .argument("<amount>", "two to seven decimals")
    .argument("<reason>", "why; it is kept")
    .addOption(yesOption())
    .action(async (account: string, amount: string, reason: string, { yes }: { yes?: boolean }) => {
      await confirm(`Book ${amount} of ${account} as lost? Nothing is moved by it.`, yes);
      const written = await api().admin.writeOff({ account, amount, reason });
      show(written, () => [`Written off. ${written.account} holds ${written.balance} in the ledger now.`]);
    });
