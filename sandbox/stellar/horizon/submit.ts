import type { Context } from "hono";
import type { World } from "../../world.ts";
import type { AppliedTransaction, Submission } from "../ledger-port.ts";
import { InvalidEnvelope } from "../transactions/envelope.ts";
import { resultCodes } from "../transactions/results.ts";
import { problem } from "./problem.ts";
import { presentTransaction } from "./transactions.ts";

/** Waits for the ledger. A 504 says nothing about the outcome: it may still be applied. */
export async function submitTransaction(c: Context, world: World): Promise<Response> {
  const envelopeXdr = await readEnvelope(c);
  const submission = send(world, envelopeXdr);
  if (submission === null) return malformed(c, envelopeXdr);
  const { hash } = submission;
  const known = world.ledger.transaction(hash);
  if (known !== null) return outcome(c, world, known);
  if (submission.status === "ERROR") return failed(c, envelopeXdr, submission.errorResultXdr ?? "");
  if (submission.status === "TRY_AGAIN_LATER") return tryAgain(c, hash);
  const applied = await world.ledger.waitFor(hash, world.settings.horizonWaitMs);
  return applied === null ? timeout(c, hash, envelopeXdr) : outcome(c, world, applied);
}

/** Answers at once what the network said about taking it. */
export async function submitTransactionAsync(c: Context, world: World): Promise<Response> {
  const envelopeXdr = await readEnvelope(c);
  const submission = send(world, envelopeXdr);
  if (submission === null) return malformed(c, envelopeXdr);
  const { status, hash, errorResultXdr } = submission;
  const statuses = { PENDING: 201, DUPLICATE: 409, TRY_AGAIN_LATER: 503, ERROR: 400 } as const;
  const body = { tx_status: status, hash, ...(errorResultXdr !== undefined && { error_result_xdr: errorResultXdr }) };
  return c.json(body, statuses[status]);
}

async function readEnvelope(c: Context): Promise<string> {
  const { tx } = await c.req.parseBody();
  return typeof tx === "string" ? tx : "";
}

function send(world: World, envelopeXdr: string): Submission | null {
  try {
    return world.ledger.submit(envelopeXdr);
  } catch (error) {
    if (error instanceof InvalidEnvelope) return null;
    throw error;
  }
}

function outcome(c: Context, world: World, applied: AppliedTransaction): Response {
  if (!applied.successful) return failed(c, applied.envelopeXdr, applied.resultXdr);
  const record = world.ledger.history.transaction(applied.hash);
  return record === null ? timeout(c, applied.hash, applied.envelopeXdr) : c.json(presentTransaction(record));
}

function failed(c: Context, envelope_xdr: string, result_xdr: string): Response {
  const codes = resultCodes(result_xdr);
  const result_codes = {
    transaction: codes.transaction,
    ...(codes.innerTransaction !== undefined && { inner_transaction: codes.innerTransaction }),
    ...(codes.operations.length > 0 && { operations: codes.operations.map(horizonCode) }),
  };
  return problem(c, {
    status: 400,
    type: "transaction_failed",
    title: "Transaction Failed",
    detail: "The transaction failed when submitted to the stellar network.",
    extras: { envelope_xdr, result_codes, result_xdr },
  });
}

/** Horizon drops the operation's name here too. */
const horizonCode = (code: string): string => code.replace(/^invoke_host_function_trapped$/, "function_trapped");

const malformed = (c: Context, envelope_xdr: string): Response =>
  problem(c, {
    status: 400,
    type: "transaction_malformed",
    title: "Transaction Malformed",
    extras: { envelope_xdr },
  });

const tryAgain = (c: Context, hash: string): Response =>
  problem(c, { status: 503, type: "server_error", title: "Try Again Later", extras: { hash } });

const timeout = (c: Context, hash: string, envelope_xdr: string): Response =>
  problem(c, {
    status: 504,
    type: "timeout",
    title: "Timeout",
    detail: "The request timed out before the transaction was included in a ledger. Its outcome is not known.",
    extras: { hash, envelope_xdr },
  });
