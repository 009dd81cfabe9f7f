import { z } from "zod";
import { InvalidEnvelope } from "../transactions/envelope.ts";
import { INVALID_PARAMS, RpcError } from "./error.ts";
import type { NodeView } from "./node-view.ts";

const Params = z.object({ transaction: z.string() });

/** PENDING is a promise to try, not a result. */
export function sendTransaction(params: unknown, { world, latest }: NodeView) {
  const { transaction } = Params.parse(params);
  const { status, hash, errorResultXdr } = orInvalid(() => world.ledger.submit(transaction));
  return {
    status,
    hash,
    latestLedger: latest.sequence,
    latestLedgerCloseTime: latest.closeTimeSeconds.toString(),
    ...(errorResultXdr !== undefined && { errorResultXdr }),
  };
}

function orInvalid<Value>(parse: () => Value): Value {
  try {
    return parse();
  } catch (error) {
    if (error instanceof InvalidEnvelope) throw new RpcError(INVALID_PARAMS, "invalid_xdr");
    throw error;
  }
}
