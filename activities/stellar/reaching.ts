import type { z } from "zod";
import type { StepProblem } from "../../domain/chain/problems.ts";
import { StepFailure } from "../failures.ts";

/**
 * Runs one exchange with a Stellar node; whatever goes wrong in it says nothing about the chain, only about the node. No
 * answer, a node that is behind the network, and an answer that this release cannot read are three things.
 */
export async function reaching<T>(what: string, exchange: () => Promise<T>): Promise<T> {
  try {
    return await exchange();
  } catch (error) {
    if (error instanceof StepFailure) throw error;
    // without the error as cause: it carries the request, and a request can carry a signed transaction
    throw new StepFailure(problemOf(error), `${what}: ${describe(error)}`);
  }
}

/** A failure of the node that was asked; another may do better. */
export const isOfNode = (error: unknown): error is StepFailure =>
  error instanceof StepFailure && OF_NODE.includes(error.problem);

const OF_NODE: readonly StepProblem[] = ["CHAIN_UNREACHABLE", "NETWORK_BEHIND", "NETWORK_NEWER"];

/** What a node says of itself while it is more than half a minute behind, or still fills its store. */
const BEHIND = /since last known ledger closed is too high|data stores are not initialized/;

function problemOf(error: unknown): StepProblem {
  if (BEHIND.test(describe(error))) return "NETWORK_BEHIND";
  return isUnreadable(error) ? "NETWORK_NEWER" : "CHAIN_UNREACHABLE";
}

/** The answer came, and our codec could not read it: the SDK throws such errors itself, all others come from the exchange. */
function isUnreadable(error: unknown): boolean {
  if (!(error instanceof Error) || "response" in error || "request" in error) return false;
  if (error.cause !== undefined) return false; // fetch says "fetch failed" or "terminated", with what ended it behind
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
