import type { Context } from "hono";
import { z } from "zod";
import { plain } from "../api-error.ts";
import { parseInput } from "../read-body.ts";
import { AccountId } from "../schemas.ts";
import { escrowIn } from "../wire.ts";
import type { TrustlessWorkEnv, TrustlessWorkWorld } from "../world.ts";
import { Filters, filtered } from "./filters.ts";
import { present, type ShownEscrow, shownEscrows } from "./show-escrows.ts";

const ROLE_NAMES = [
  "approver",
  "serviceProvider",
  "platformAddress",
  "releaseSigner",
  "disputeResolver",
  "receiver",
  "signer",
] as const;

const BySigner = Filters.extend({ signer: AccountId });
const ByRole = Filters.extend({ role: z.enum(ROLE_NAMES), roleAddress: z.string().min(1) });

export const escrowsBySigner = (world: TrustlessWorkWorld) => (c: Context<TrustlessWorkEnv>) => {
  const query = parseInput(BySigner, c.req.query());
  return list(world, c, query, ({ record }) => record.signer === query.signer);
};

export const escrowsByRole = (world: TrustlessWorkWorld) => (c: Context<TrustlessWorkEnv>) => {
  if (c.req.query("signer") !== undefined) throw plain(400, ["signer and roleAddress must not be used together"]);
  const query = parseInput(ByRole, c.req.query());
  return list(world, c, query, (shown) => roleHolders(shown, query.role).includes(query.roleAddress));
};

/** Only receivers can be several: one per milestone of a multi-release escrow. */
function roleHolders({ record, copy }: ShownEscrow, role: (typeof ROLE_NAMES)[number]): readonly string[] {
  if (role === "signer") return [record.signer];
  const { type, escrow } = escrowIn(copy);
  if (role !== "receiver") return [escrow.roles[role]];
  return type === "single-release" ? [escrow.roles.receiver] : escrow.milestones.map(({ receiver }) => receiver);
}

function list(
  world: TrustlessWorkWorld,
  c: Context<TrustlessWorkEnv>,
  filters: Filters,
  belongs: (shown: ShownEscrow) => boolean,
): Response {
  const escrows = filtered(shownEscrows(world, c.get("fault")).filter(belongs), filters);
  return c.json(escrows.map((shown) => present(world, shown, filters.validateOnChain)));
}
