import type { Context } from "hono";
import { z } from "zod";
import { amountNumber } from "../numbers.ts";
import { parseInput } from "../read-body.ts";
import { ContractId } from "../schemas.ts";
import type { TrustlessWorkEnv, TrustlessWorkWorld } from "../world.ts";
import { repeated } from "./repeated-query.ts";

const MAXIMUM_ADDRESSES = 20;

const Query = z.object({
  addresses: z.array(ContractId).min(1).max(MAXIMUM_ADDRESSES, "Too many escrows requested"),
});

/** From the chain, whatever the index knows. */
export const escrowBalances = (world: TrustlessWorkWorld) => (c: Context<TrustlessWorkEnv>) => {
  const { addresses } = parseInput(Query, { addresses: repeated(c, "addresses") });
  return c.json(
    addresses.map((address) => ({ address, balance: amountNumber(world.ledger.usdcBalance(address) ?? 0n) })),
  );
};
