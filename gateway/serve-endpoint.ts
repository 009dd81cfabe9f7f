import type { GatewayDeps } from "./deps.ts";
import type { AppContext, Endpoint } from "./endpoint.ts";
import { type Answer, envelope } from "./envelope.ts";
import { fingerprintOf } from "./identity.ts";
import { foldAliases } from "./middleware/fold-aliases.ts";
import { type Reply, runFresh, runIdempotent } from "./middleware/idempotency.ts";
import { takeFrom } from "./middleware/limit.ts";
import { type Preference, preferenceOf } from "./middleware/prefer.ts";
import { readBody, refuseUnstorable } from "./middleware/read-body.ts";
import { invalid } from "./middleware/validate.ts";

/** What happens to a request once the caller is known: validation, idempotency, handler, envelope. */
export const serveEndpoint =
  (endpoint: Endpoint, deps: GatewayDeps) =>
  async (c: AppContext): Promise<Response> => {
    const { declaration } = endpoint;
    const params = c.req.param();
    const body = declaration.method === "post" ? await readBody(c.req.raw) : {};
    refuseUnstorable(params);
    const runParsed = endpoint.parse({ params, query: queryOf(c), body });

    await limitUser(c, endpoint, body, deps);
    const preference = preferenceOf(c.req.header("prefer"));
    const path = declaration.path.replaceAll(/\{(\w+)\}/g, (_match, name: string) =>
      encodeURIComponent(params[name] ?? ""),
    );
    const method = declaration.method.toUpperCase();
    const fingerprint = fingerprintOf(method, path, foldAliases(body, declaration.aliases ?? {}).value);
    const run: Parameters<typeof runFresh>[1] = async (identity, tx) => {
      const replyBy = c.get("startedAt") + preference.waitSeconds * 1000;
      const context = { caller: c.get("caller"), requestId: c.get("requestId"), replyBy, identity, tx, deps };
      return toReply(endpoint, await runParsed(context), c.get("requestId"), preference, deps);
    };

    const key = c.req.header("idempotency-key");
    const rule = declaration.idempotency;
    if (key === undefined || !rule) return toResponse(c, await runFresh(fingerprint, run));
    const caller = c.get("caller");
    const scope = `${caller.keyId} ${method} ${path}`;
    return toResponse(c, await runIdempotent(deps, { rule, key, scope, fingerprint, caller }, run));
  };

/** Whose money it is about has a limit too, whatever number of keys ask for it. @throws AppError RATE_LIMITED */
async function limitUser(c: AppContext, { declaration }: Endpoint, body: Record<string, unknown>, deps: GatewayDeps) {
  const { limitPerUser, aliases = {} } = declaration;
  if (!limitPerUser) return;
  const userId = c.get("caller").boundUserId ?? foldAliases(body, aliases).value.userId;
  if (typeof userId === "string") takeFrom(c, await deps.rateLimits[limitPerUser](userId));
}

/** @throws AppError VALIDATION_ERROR when a name comes twice: which one counts would be a guess */
function queryOf(c: AppContext): Record<string, unknown> {
  const query = c.req.queries();
  refuseUnstorable(query);
  const twice = Object.keys(query).filter((name) => (query[name]?.length ?? 0) > 1);
  if (twice.length > 0) throw invalid(twice.map((field) => ({ field, message: "must be given once" })));
  return Object.fromEntries(Object.entries(query).map(([name, values]) => [name, values[0]]));
}

function toReply(
  { declaration }: Endpoint,
  answer: Answer,
  requestId: string,
  { applied }: Preference,
  { now }: GatewayDeps,
): Reply {
  const body = JSON.stringify(envelope(declaration.shape, answer, requestId, now()));
  const preference = answer.status === 202 && applied !== null ? { "Preference-Applied": applied } : {};
  return { status: answer.status, body, headers: { ...answer.headers, ...preference } };
}

function toResponse(c: AppContext, { status, body, headers }: Reply): Response {
  const response = new Response(body, { status, headers: { ...headers, "content-type": "application/json" } });
  response.headers.set("X-Request-ID", c.get("requestId"));
  return response;
}
