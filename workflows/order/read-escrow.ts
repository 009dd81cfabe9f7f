import type { EscrowNow } from "../../domain/fees/preview.ts";
import { reading } from "../activity-options.ts";
import { refusal, sortFailure } from "../steps/step-failure.ts";
import type { OrderRun } from "./order-run.ts";

/** The order's contract as the chain shows it now. @throws ApplicationFailure STELLAR_NETWORK_ERROR when it cannot be seen */
export async function readEscrow(run: OrderRun): Promise<EscrowNow> {
  const contract = { order: run.terms(), contractId: run.requireContract() };
  return reading.trustlessWorkReadEscrow(contract).catch((error: unknown) => {
    const { problem, message } = sortFailure(error);
    throw refusal("STELLAR_NETWORK_ERROR", { reason: problem }, message);
  });
}
