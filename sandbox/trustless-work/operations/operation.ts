import type { xdr } from "@stellar/stellar-sdk";
import type { Context } from "hono";
import type { z } from "zod";
import type { AnyEscrow, EscrowTypeName } from "../../escrow/any-escrow.ts";
import { escrowNotFound, plain } from "../api-error.ts";
import { visibleCopy } from "../database.ts";
import { readBody } from "../read-body.ts";
import { escrowIn } from "../wire.ts";
import type { StruckFault, TrustlessWorkEnv, TrustlessWorkWorld } from "../world.ts";

/** The contract call that a write route asks the caller to sign. */
export interface Invocation {
  /** The role wallet, which pays and signs. */
  readonly source: string;
  readonly contractId: string;
  readonly functionName: string;
  readonly args: readonly xdr.ScVal[];
}

export type KnownEscrow<Type extends EscrowTypeName = EscrowTypeName> = Extract<AnyEscrow, { readonly type: Type }>;

export interface BuildContext {
  readonly world: TrustlessWorkWorld;
  /** The database's copy, which may differ from the chain. @throws 400 while the index does not show it, and for the other type. */
  knownEscrow<Type extends EscrowTypeName>(contractId: string, type: Type): KnownEscrow<Type>;
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
    return declared.invoke(body, {
      world,
      knownEscrow: (contractId, type) => ofType(knownEscrow(world, contractId, fault), type),
    });
  },
});

function knownEscrow(world: TrustlessWorkWorld, contractId: string, fault: StruckFault | undefined): KnownEscrow {
  const record = world.trustlessWork.find(contractId);
  const copy = record && visibleCopy(record, world.clock.nowMs());
  if (!copy) throw escrowNotFound();
  const stored = escrowIn(copy);
  if (fault?.kind !== "stale") return stored;
  if (fault.variant !== "mismatch") throw escrowNotFound();
  return withOldTitle(stored);
}

const isOfType = <Type extends EscrowTypeName>(known: AnyEscrow, type: Type): known is KnownEscrow<Type> =>
  known.type === type;

function ofType<Type extends EscrowTypeName>(known: AnyEscrow, type: Type): KnownEscrow<Type> {
  if (!isOfType(known, type)) throw plain(400, `The escrow is not a ${type} escrow`);
  return known;
}

function withOldTitle(known: AnyEscrow): AnyEscrow {
  const title = `${known.escrow.title} (old)`;
  return known.type === "multi-release"
    ? { ...known, escrow: { ...known.escrow, title } }
    : { ...known, escrow: { ...known.escrow, title } };
}
