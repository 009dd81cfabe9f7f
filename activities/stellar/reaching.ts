import { StepFailure } from "../failures.ts";

/**
 * Runs one exchange with a Stellar node; whatever goes wrong in it says nothing about the chain, only about the node.
 */
export async function reaching<T>(what: string, exchange: () => Promise<T>): Promise<T> {
  try {
    return await exchange();
  } catch (error) {
    if (error instanceof StepFailure) throw error;
    // without the error as cause: it carries the request, and a request can carry a signed transaction
    throw new StepFailure("CHAIN_UNREACHABLE", `${what}: ${describe(error)}`);
  }
}

/** The SDK throws errors with an HTTP response, JSON-RPC error objects, and whatever fetch throws. */
function describe(error: unknown): string {
  if (typeof error !== "object" || error === null) return String(error);
  const { message, code, cause } = error as { message?: unknown; code?: unknown; cause?: { code?: unknown } };
  const text = typeof message === "string" ? message : "no answer that could be read";
  const detail = cause?.code ?? code;
  return detail === undefined ? text : `${text} (${String(detail)})`;
}

/** The HTTP status in an error of the SDK. */
export function statusIn(error: unknown): number | null {
  const response = (error as { response?: { status?: unknown } } | null)?.response;
  return typeof response?.status === "number" ? response.status : null;
}
