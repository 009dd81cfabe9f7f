import { StrKey } from "@stellar/stellar-sdk";
import { Hono } from "hono";
import type { World } from "../world.ts";

/** Gives a new account 10,000 XLM and answers when it exists. */
export const friendbot = (world: World): Hono => {
  const give = async (address: string | undefined): Promise<{ status: 200 | 400 | 504; body: object }> => {
    if (address === undefined || !StrKey.isValidEd25519PublicKey(address)) return refused("invalid address");
    if (world.ledger.account(address) !== null) return refused("createAccountAlreadyExist (account already funded)");
    const hash = world.operator.fund(address);
    const applied = await world.ledger.waitFor(hash, world.settings.horizonWaitMs);
    if (applied === null) return { status: 504, body: { title: "Timeout", status: 504, hash } };
    if (!applied.successful) return refused("createAccountAlreadyExist (account already funded)");
    return { status: 200, body: { ...applied, id: hash, hash, envelope_xdr: applied.envelopeXdr, successful: true } };
  };
  const app = new Hono();
  app.on(["GET", "POST"], "/", async (c) => {
    const { status, body } = await give(c.req.query("addr"));
    return c.json(body, status);
  });
  return app;
};

const refused = (detail: string): { status: 400; body: object } => ({
  status: 400,
  body: { type: "https://stellar.org/horizon-errors/bad_request", title: "Bad Request", status: 400, detail },
});
