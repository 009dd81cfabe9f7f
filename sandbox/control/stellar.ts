import { StrKey } from "@stellar/stellar-sdk";
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import { readBody } from "../read-body.ts";
import { toStroops } from "../stellar/amounts.ts";
import type { World } from "../world.ts";
import { describeAccount } from "./account.ts";
import { forcedRoutes } from "./forced.ts";
import { nodeRoutes } from "./nodes.ts";
import { describeTransactions } from "./transactions.ts";

const isAccount = (text: string): boolean =>
  StrKey.isValidEd25519PublicKey(text) || StrKey.isValidMed25519PublicKey(text);

const Address = z.string().refine(isAccount, "not a G… or M…");
const Mint = z
  .strictObject({
    address: z.string().refine((text) => isAccount(text) || StrKey.isValidContract(text), "not a G…, M… or C…"),
    amount: z.string().regex(/^\d{1,12}(\.\d{1,7})?$/),
    memo: z.string().max(28).optional(),
    muxedId: z.union([z.string().regex(/^\d{1,20}$/), z.int().nonnegative()]).optional(),
  })
  .refine(
    ({ address, memo, muxedId }) => isAccount(address) || (memo ?? muxedId) === undefined,
    "a contract is paid without memo and muxed id",
  );
const CloseLedger = z.strictObject({ count: z.int().min(1).max(1000).default(1) });
const Freeze = z.strictObject({ address: Address, frozen: z.boolean() });
const Ledgers = z.strictObject({ ledgerMs: z.union([z.int().nonnegative(), z.literal("manual")]) });

const Upgrade = z.strictObject({ protocol: z.union([z.literal(27), z.literal(28), z.literal(30)]) });

export function stellarRoutes(world: World): Hono {
  const app = new Hono();
  app.post("/mint", async (c) => {
    const { address, amount, memo, muxedId } = await readBody(c, Mint);
    const id = muxedId === undefined ? undefined : BigInt(muxedId);
    return c.json(
      await settled(world, world.operator.mint({ address, amountStroops: toStroops(amount), memo, muxedId: id })),
    );
  });
  app.post("/freeze", async (c) => {
    const { address, frozen } = await readBody(c, Freeze);
    return c.json(await settled(world, world.operator.setFrozen(address, frozen)));
  });
  app.post("/close-ledger", async (c) => {
    const { count } = await readBody(c, CloseLedger);
    for (let closed = 0; closed < count; closed += 1) world.ledger.close();
    return c.json({ latestLedger: world.ledger.latest().sequence, ...world.ledger.latest() });
  });
  app.post("/ledgers", async (c) => {
    const { ledgerMs } = await readBody(c, Ledgers);
    world.closing.change(ledgerMs);
    return c.json({ ledgerMs, latestLedger: world.ledger.latest().sequence });
  });
  app.post("/upgrade", async (c) => {
    const { protocol } = await readBody(c, Upgrade);
    if (protocol < world.ledger.history.latest().protocolVersion) {
      throw new HTTPException(409, { message: "a network never goes back to an older protocol" });
    }
    world.ledger.upgrade(protocol);
    return c.json({ protocol, firstLedger: world.ledger.next().sequence });
  });
  app.post("/begin-anew", (c) => {
    world.ledger.begin();
    return c.json(world.ledger.latest());
  });
  app.route("/", nodeRoutes(world));
  app.route("/", forcedRoutes(world));
  app.get("/accounts/:id", (c) => {
    const account = describeAccount(world, c.req.param("id"));
    if (account === null) throw new HTTPException(404, { message: "no such account" });
    return c.json(account);
  });
  app.get("/transactions", (c) => c.json({ transactions: describeTransactions(world, c.req.query("account")) }));
  return app;
}

/** Waits for the ledger, unless ledgers only close by command. */
async function settled(world: World, hash: string): Promise<{ hash: string; ledger: number | null }> {
  if (world.closing.ledgerMs === "manual") return { hash, ledger: null };
  const applied = await world.ledger.waitFor(hash, world.settings.horizonWaitMs);
  if (applied?.successful === false) {
    throw new HTTPException(409, { message: `${applied.resultCode}: ${applied.operationCodes.join(", ")}` });
  }
  return { hash, ledger: applied?.ledger ?? null };
}
