import { Command } from "commander";
import type { Explanation, OfferHubSDK } from "../../../sdk/index.ts";
import { type CliDeps, CliError } from "../deps.ts";
import { EXPLAIN_EXIT, showExplanation } from "../show-explanation.ts";

const BY_PREFIX: Readonly<Record<string, (sdk: OfferHubSDK, id: string) => Promise<Explanation>>> = {
  ord: ({ orders }, id) => orders.explain(id),
  topup: ({ topups }, id) => topups.explain(id),
  wd: ({ withdrawals }, id) => withdrawals.explain(id),
  dsp: ({ disputes }, id) => disputes.explain(id),
  usr: ({ wallet }, id) => wallet.explain(id),
};

/** Exit code 0: moving; 1: parked; 2: no such id; 3: nobody could tell. */
export const explain = (deps: CliDeps) =>
  new Command("explain")
    .description("why anything is not finished. Exit code 0: moving, 1: parked, 2: no such id, 3: nobody could tell")
    .argument("<id>", "ord_…, topup_…, wd_…, dsp_…, or usr_… for the user's wallet")
    .action((id: string) => {
      const ask = BY_PREFIX[id.split("_")[0] ?? ""];
      if (!ask)
        throw new CliError(`${id} is no id of an order, top-up, withdrawal, dispute or user`, EXPLAIN_EXIT.noSuchId);
      return showExplanation(deps, () => ask(deps.api(), id));
    });
