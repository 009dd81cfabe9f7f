import { AppError } from "../../domain/errors.ts";
import { StepFailure } from "../failures.ts";
import type { ChainDeps } from "./chain-deps.ts";
import { checkDestination, type Destination } from "./check-destination.ts";
import { checkXlmDestination } from "./check-xlm-destination.ts";

/** As `checkDestination`, told to a step. @throws StepFailure DESTINATION_INVALID */
export const requireDestination = (deps: ChainDeps, payment: Destination) =>
  told(payment, () => checkDestination(deps, payment));

/** As `checkXlmDestination`, told to a step. @throws StepFailure DESTINATION_INVALID */
export const requireXlmDestination = (deps: ChainDeps, payment: Destination) =>
  told(payment, () => checkXlmDestination(deps, payment));

async function told<Result>({ destination }: Destination, check: () => Promise<Result>): Promise<Result> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new StepFailure("DESTINATION_INVALID", `${destination}: ${String(error.details?.message)}`);
  }
}
