import { StepFailure } from "../failures.ts";

/**
 * The provider built something else than was asked for. Nobody signs it; the message names the field for the operator.
 */
export function notAsIntended(field: string, found: string): never {
  throw new StepFailure("TRANSACTION_NOT_AS_INTENDED", `${field}: ${found}`);
}
