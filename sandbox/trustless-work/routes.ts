import { Hono } from "hono";
import { ApiError, plain, typed } from "./api-error.ts";
import { requireApiKey } from "./api-key.ts";
import { requestBudget } from "./budget.ts";
import { buildTransaction } from "./build-transaction.ts";
import { WRITE_OPERATIONS } from "./operations/index.ts";
import { escrowBalances } from "./reads/escrow-balances.ts";
import { escrowsByRole, escrowsBySigner } from "./reads/escrow-lists.ts";
import { escrowsByContractIds } from "./reads/escrows-by-contract-ids.ts";
import { sendTransaction } from "./send-transaction.ts";
import { updateFromTxHash } from "./update-from-tx-hash.ts";
import type { TrustlessWorkEnv, TrustlessWorkWorld } from "./world.ts";

const PREFIXES = ["/", "/v1"];
/** Seen spelled in all these ways. */
const UPDATE_PATHS = ["/indexer/update-from-txHash", "/indexer/update-from-txhash", "/indexer/update-from-tx-hash"];

/** Trustless Work's V1 API. A refused request costs budget too, unless it had no key or came over the limit. */
export function trustlessWork(world: TrustlessWorkWorld): Hono<TrustlessWorkEnv> {
  const app = new Hono<TrustlessWorkEnv>();
  app.use(requireApiKey(() => world.settings.trustlessWorkApiKey));
  app.use(requestBudget(world));
  for (const prefix of PREFIXES) app.route(prefix, routes(world));
  // Not `notFound`: that handler would be lost when this app is mounted in another one.
  app.all("*", (c) => {
    throw plain(404, `Cannot ${c.req.method} ${c.req.path}`);
  });
  app.onError((error, c) => {
    const known = error instanceof ApiError ? error : unknownError(error);
    return c.json(known.toJson(c.req.path), known.status);
  });
  return app;
}

function routes(world: TrustlessWorkWorld): Hono<TrustlessWorkEnv> {
  const app = new Hono<TrustlessWorkEnv>();
  for (const { method, path, prepare } of WRITE_OPERATIONS) {
    app.on(method, path, async (c) => {
      const unsignedTransaction = buildTransaction(world, await prepare(c, world), c.get("fault"));
      return c.json({ status: "SUCCESS", unsignedTransaction }, 201);
    });
  }
  app.post("/helper/send-transaction", sendTransaction(world));
  app.on(["POST", "PUT"], UPDATE_PATHS, updateFromTxHash(world));
  app.get("/helper/get-escrow-by-contract-ids", escrowsByContractIds(world));
  app.get("/helper/get-escrows-by-signer", escrowsBySigner(world));
  app.get("/helper/get-escrows-by-role", escrowsByRole(world));
  app.get("/helper/get-multiple-escrow-balance", escrowBalances(world));
  return app;
}

/** A mistake in this code, not in the request: the caller learns nothing, whoever runs the sandbox everything. */
function unknownError(error: Error): ApiError {
  console.error(error);
  return typed(500, "UNKNOWN_ERROR", "Internal server error");
}
