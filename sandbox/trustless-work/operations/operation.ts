import { xdr } from "@stellar/stellar-sdk";
import type { Context } from "hono";
import type { z } from "zod";
import type { Generation } from "../../escrow/generation.ts";
import { decodeEscrow } from "../../escrow/single-release/codec.ts";
import type { Escrow } from "../../escrow/single-release/escrow.ts";
import { generationOf } from "../../escrow/terms-codec.ts";
import { escrowNotFound } from "../api-error.ts";
import { visibleCopy } from "../database.ts";
import { readBody } from "../read-body.ts";
import type { StruckFault, TrustlessWorkEnv, TrustlessWorkWorld } from "../world.ts";

/** The contract call that a write route asks the caller to sign. */
export interface Invocation {
  /** The role wallet, which pays and signs. */
  readonly source: string;
  readonly contractId: string;
  readonly functionName: string;
  readonly args: readonly xdr.ScVal[];
}

export interface KnownEscrow {
  readonly escrow: Escrow;
  readonly generation: Generation;
}

export interface BuildContext {
  readonly world: TrustlessWorkWorld;
  /** The database's copy, which may differ from the chain. @throws 400 while the index does not show it. */
  knownEscrow(contractId: string): KnownEscrow;
}

export interface WriteOperation {
  readonly method: "POST" | "PUT";
  readonly path: string;
  prepare(c: Context<TrustlessWorkEnv>, world: TrustlessWorkWorld): Promise<Invocation>;
}

interface Declaration<Schema extends z.ZodType> {
  readonly method?: "PUT";
  readonly path: string;
  readonly body: Schema;
  invoke(body: z.output<Schema>, context: BuildContext): Invocation;
}

export const operation = <Schema extends z.ZodType>(declared: Declaration<Schema>): WriteOperation => ({
  method: declared.method ?? "POST",
  path: declared.path,
  async prepare(c, world) {
    const body = await readBody(c, declared.body);
    const fault = c.get("fault");
    return declared.invoke(body, { world, knownEscrow: (contractId) => knownEscrow(world, contractId, fault) });
  },
});

function knownEscrow(world: TrustlessWorkWorld, contractId: string, fault: StruckFault | undefined): KnownEscrow {
  const record = world.trustlessWork.find(contractId);
  const copy = record && visibleCopy(record, world.clock.nowMs());
  if (!copy) throw escrowNotFound();
  const stored = known(xdr.ScVal.fromXdr(copy.escrowXdr, "base64"));
  if (fault?.kind !== "stale") return stored;
  if (fault.variant !== "mismatch") throw escrowNotFound();
  return { ...stored, escrow: { ...stored.escrow, title: `${stored.escrow.title} (old)` } };
}

function known(value: xdr.ScVal): KnownEscrow {
  const generation = generationOf(value);
  return { generation, escrow: decodeEscrow(value, generation) };
}
