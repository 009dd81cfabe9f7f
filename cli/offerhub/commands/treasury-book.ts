import { Command } from "commander";
import { type CliDeps, CliError } from "../deps.ts";
import { yesOption } from "../options.ts";

export const treasuryBook = ({ api, confirm, show }: CliDeps) =>
  new Command("book")
    .description("book money of your own that you put into the account at Airtm, or took from there")
    .argument("<direction>", "in or out")
    .argument("<amount>", "two decimals")
    .argument("<reason>", "why; it is kept")
    .addOption(yesOption())
    .action(async (direction: string, amount: string, reason: string, { yes }: { yes?: boolean }) => {
      if (direction !== "in" && direction !== "out") throw new CliError("the direction is in or out");
      await confirm(`Book ${amount} ${direction} at Airtm? Nothing is moved by it.`, yes);
      const booked = await api().admin.bookTreasury({ direction, amount, reason });
      show(booked, () => [`Booked. Of what is at Airtm, ${booked.ownAmount} is the operator's own.`]);
    });
