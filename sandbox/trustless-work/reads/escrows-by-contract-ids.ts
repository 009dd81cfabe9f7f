import type { Context } from "hono";
import { z } from "zod";
import { parseInput } from "../read-body.ts";
import { ContractId } from "../schemas.ts";
import type { TrustlessWorkEnv, TrustlessWorkWorld } from "../world.ts";
import { Flag } from "./filters.ts";
import { repeated } from "./repeated-query.ts";
import { present, shownEscrows } from "./show-escrows.ts";

const Query = z.object({ contractIds: z.array(ContractId).min(1), validateOnChain: Flag.default(false) });

/** Those that the index shows; a contract it has not seen is left out. */
export const escrowsByContractIds = (world: TrustlessWorkWorld) => (c: Context<TrustlessWorkEnv>) => {
  const query = parseInput(Query, { ...c.req.query(), contractIds: repeated(c, "contractIds") });
  const shown = shownEscrows(world, c.get("fault")).filter(({ record }) =>
    query.contractIds.includes(record.contractId),
  );
  return c.json(shown.map((each) => present(world, each, query.validateOnChain)));
};
