import { xdr } from "@stellar/stellar-sdk";
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { readEscrow } from "../escrow/read.ts";
import { toDecimal } from "../stellar/amounts.ts";
import { trustlessWorkFeeWallet } from "../stellar/identities.ts";
import type { World } from "../world.ts";

/** An escrow as the contract itself tells it, with the tokens it holds. */
export const escrowRoutes = (world: World): Hono =>
  new Hono().get("/:contractId", (c) => {
    const contractId = c.req.param("contractId");
    const read = world.ledger.simulateCall({
      source: trustlessWorkFeeWallet.publicKey(),
      contractId,
      functionName: "get_escrow",
      argsXdr: [],
    });
    if (!read.ok) throw new HTTPException(404, { message: `no escrow at ${contractId}: ${read.failure.name}` });
    const escrow = readEscrow(xdr.ScVal.fromXdr(read.returnValueXdr, "base64"));
    return c.json({ contractId, balance: toDecimal(world.ledger.usdcBalance(contractId) ?? 0n), escrow });
  });
