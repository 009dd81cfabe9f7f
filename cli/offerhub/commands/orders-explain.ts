import { Command } from "commander";
import type { CliDeps } from "../deps.ts";
import { showExplanation } from "../show-explanation.ts";

/** Exit code 0: moving; 1: parked; 2: no such id; 3: nobody could tell. */
export const ordersExplain = (deps: CliDeps) =>
  new Command("explain")
    .description("why an order is not finished. Exit code 0: moving, 1: parked, 2: no such id, 3: nobody could tell")
    .argument("<id>", "ord_…")
    .action((id: string) => showExplanation(deps, () => deps.api().orders.explain(id)));
