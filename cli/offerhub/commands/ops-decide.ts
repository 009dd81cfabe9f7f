import { Command, Option } from "commander";
import type { DecisionBody } from "../../../sdk/index.ts";
import { type CliDeps, CliError } from "../deps.ts";
import { yesOption } from "../options.ts";
import { textOf } from "../table.ts";

interface Options {
  readonly action: DecisionBody["action"];
  readonly reason: string;
  readonly txHash?: string;
  readonly yes?: boolean;
}

const QUESTIONS: Readonly<Record<DecisionBody["action"], string>> = {
  retry: "The step is tried again, once the chain shows that it has not happened.",
  abandon: "The step is given up, and its command fails with nothing done.",
  markSettled: "The transaction is looked up, and when the chain shows the effect, the payment goes on.",
};

export const opsDecide = ({ api, confirm, show }: CliDeps) =>
  new Command("decide")
    .description("decide about a parked payment; it is looked at first, and nothing is paid twice")
    .argument("<workflowId>", "such as order/ord_…")
    .addOption(new Option("-a, --action <action>").choices(["retry", "abandon", "markSettled"]).makeOptionMandatory())
    .requiredOption("-r, --reason <text>", "why; it is kept")
    .option("--tx-hash <hash>", "for markSettled: the transaction that made it so")
    .addOption(yesOption())
    .action(async (workflowId: string, { action, reason, txHash, yes }: Options) => {
      if ((action === "markSettled") !== (txHash !== undefined))
        throw new CliError("markSettled, and only that, needs --tx-hash");
      await confirm(`${QUESTIONS[action]} Decide so about ${workflowId}?`, yes);
      const decision = await api().operations.decide(workflowId, {
        action,
        reason,
        ...(txHash && { evidence: { txHash } }),
      });
      show(decision, () => [
        `told to ${textOf(decision.workflowId)}: ${decision.action}, about ${textOf(decision.parkedReason)}`,
        `what became of it: offerhub explain ${textOf(workflowId.split("/").at(-1))}`,
      ]);
    });
