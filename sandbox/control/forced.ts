import { StrKey } from "@stellar/stellar-sdk";
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import { readBody } from "../read-body.ts";
import { toStroops } from "../stellar/amounts.ts";
import { USDC } from "../stellar/genesis.ts";
import { usdcContractId } from "../stellar/identities.ts";
import type { Entry } from "../stellar/state/entries.ts";
import type { World } from "../world.ts";
import { describeAccount } from "./account.ts";

const Amount = z.string().regex(/^\d{1,12}(\.\d{1,7})?$/);
const Lumens = z.strictObject({ address: z.string(), xlm: Amount });
const Clawback = z.strictObject({ address: z.string(), amount: Amount });

/** What happens to a balance without any transaction of its owner: no history and no event tell it. */
export function forcedRoutes(world: World): Hono {
  const { ledger } = world;
  return new Hono()
    .post("/xlm", async (c) => {
      const { address, xlm } = await readBody(c, Lumens);
      const account = ledger.state.account(address);
      if (account === null) throw new HTTPException(404, { message: "no such account" });
      ledger.force({ ...account, balance: toStroops(xlm) });
      return c.json(describeAccount(world, address));
    })
    .post("/clawback", async (c) => {
      const { address, amount } = await readBody(c, Clawback);
      const holding = holdingOf(world, address);
      const left = (holding?.balance ?? 0n) - toStroops(amount);
      if (holding === null || left < 0n) throw new HTTPException(409, { message: "there is not so much" });
      ledger.force({ ...holding, balance: left });
      return c.json(describeAccount(world, address));
    });
}

function holdingOf(
  { ledger: { state } }: World,
  address: string,
): Extract<Entry, { kind: "trustline" | "tokenBalance" }> | null {
  return StrKey.isValidContract(address) ? state.tokenBalance(usdcContractId, address) : state.trustline(address, USDC);
}
