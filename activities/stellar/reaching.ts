import type { z } from "zod";
import { StepFailure } from "../failures.ts";

/**
 * Runs one exchange with a Stellar node; whatever goes wrong in it says nothing about the chain, only about the node. No answer
 * and an answer that this release cannot read are two things: time heals the first, a newer release the second.
 */
export async function reaching<T>(what: string, exchange: () => Promise<T>): Promise<T> {
  try {
    return await exchange();
  } catch (error) {
    if (error instanceof StepFailure) throw error;
    // without the error as cause: it carries the request, and a request can carry a signed transaction
    throw new StepFailure(isUnreadable(error) ? "NETWORK_NEWER" : "CHAIN_UNREACHABLE", `${what}: ${describe(error)}`);
  }
}

/** The answer came, and our codec could not read it: the SDK throws such errors itself, all others come from the exchange. */
function isUnreadable(error: unknown): boolean {
  if (!(error instanceof Error) || "response" in error || "request" in error) return false;
  return error.name === "XdrError" || error instanceof TypeError || error instanceof UnreadableAnswer;
}

export class UnreadableAnswer extends Error {}

/** Reads the fields that we need. @throws UnreadableAnswer naming those that are missing or of another form */
export function readAnswer<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.output<Schema> {
  // a proxy's page, or nothing: nobody has answered the question
  if (typeof answer !== "object" || answer === null) throw new Error("the answer is no JSON-RPC result");
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  throw new UnreadableAnswer(`unexpected form: ${fields.join("; ")}`);
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
