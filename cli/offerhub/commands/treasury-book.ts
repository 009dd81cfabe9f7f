import { Command } from "commander";
import { type CliDeps, CliError } from "../deps.ts";
import { yesOption } from "../options.ts";

export const treasuryBook = ({ api, confirm, show }: CliDeps) =>
  new Command("book")
    .description("book money of your own that you put into the account at Airtm, or took from there")
    .argument("<direction>", "in, out, or write-off: what a user was paid twice, and you bear")
    .argument("<amount>", "two decimals")
    .argument("<reason>", "why; it is kept")
    .addOption(yesOption())
    .action(async (direction: string, amount: string, reason: string, { yes }: { yes?: boolean }) => {
      if (direction !== "in" && direction !== "out" && direction !== "write-off") {
        throw new CliError("the direction is in, out or write-off");
      }
      await confirm(`Book ${amount} ${direction} at Airtm? Nothing is moved by it.`, yes);
      const booked = await api().admin.bookTreasury({ direction, amount, reason });
      show(booked, () => [`Booked. Of what is at Airtm, ${booked.ownAmount} is the operator's own.`]);
    });
