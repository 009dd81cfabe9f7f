import { Command, Option } from "commander";
import type { ParkedQuery } from "../../../sdk/index.ts";
import type { CliDeps } from "../deps.ts";
import { limitOption } from "../options.ts";
import { showParked } from "../show-parked.ts";

interface Options {
  readonly kind?: NonNullable<ParkedQuery["kind"]>;
  readonly needsOperator?: boolean;
  readonly limit: number;
}

export const opsParked = (deps: CliDeps) =>
  new Command("parked")
    .description("payments that are parked, oldest first: why, since when, and who must act")
    .addOption(new Option("-k, --kind <kind>").choices(["order", "dispute", "withdrawal", "wallet"]))
    .option("--needs-operator", "only those that do not try again by themselves")
    .addOption(limitOption())
    .action(({ kind, needsOperator, limit }: Options) =>
      showParked(deps, { ...(kind && { kind }), ...(needsOperator && { needsOperator }) }, limit),
    );
