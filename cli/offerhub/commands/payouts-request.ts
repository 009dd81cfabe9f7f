import { Command } from "commander";
import type { RequestPlatformPayoutBody } from "../../../sdk/index.ts";
import { type CliDeps, CliError } from "../deps.ts";
import { yesOption } from "../options.ts";
import { platformPayoutLines } from "../present-platform-payout.ts";

interface Options {
  readonly memo?: string;
  readonly memoType?: NonNullable<RequestPlatformPayoutBody["memoType"]>;
  readonly yes?: boolean;
}

export const payoutsRequest = ({ api, confirm, show }: CliDeps) =>
  new Command("request")
    .description("ask to take money out; a second person approves it with a key of their own")
    .argument("<source>", "platform/fee-receiver, platform/sponsor, …, or the id of a suspended user")
    .argument("<amount>", "two to seven decimals")
    .argument("<asset>", "USDC or XLM")
    .argument("<destination>", "G… or M… address; for USDC also C…")
    .argument("<reason>", "why; it is kept, and the second person reads it")
    .option("--memo <text>", "what the receiver matches the payment by")
    .option("--memo-type <type>", "text (the default), id, hash or return")
    .addOption(yesOption())
    .action(
      async (source: string, amount: string, asset: string, destination: string, reason: string, options: Options) => {
        if (asset !== "USDC" && asset !== "XLM") throw new CliError("the asset is USDC or XLM");
        const { memo, memoType, yes } = options;
        await confirm(`Ask to send ${amount} ${asset} of ${source} to ${destination}?`, yes);
        const terms: RequestPlatformPayoutBody = {
          source,
          amount,
          asset,
          destination,
          reason,
          ...(memo && { memo }),
          ...(memoType && { memoType }),
        };
        const payout = await api().platformPayouts.request(terms);
        show(payout, () => platformPayoutLines(payout));
      },
    );
