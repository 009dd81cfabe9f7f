import { principalOf } from "./caller.ts";
import type { GatewayDeps } from "./deps.ts";
import type { AppContext, Endpoint } from "./endpoint.ts";
import { type Answer, envelope } from "./envelope.ts";
import { fingerprintOf } from "./identity.ts";
import { foldAliases } from "./middleware/fold-aliases.ts";
import { type Reply, runFresh, runIdempotent } from "./middleware/idempotency.ts";
import { takeFrom } from "./middleware/limit.ts";
import { type Preference, preferenceOf } from "./middleware/prefer.ts";
import { parseBody, readBytes, refuseUnstorable } from "./middleware/read-body.ts";
import { invalid } from "./middleware/validate.ts";

/** What happens to a request once the caller is known: validation, idempotency, handler, envelope. */
export const serveEndpoint =
  (endpoint: Endpoint, deps: GatewayDeps) =>
  async (c: AppContext): Promise<Response> => {
    const { declaration } = endpoint;
    const params = c.req.param();
    const bytes = declaration.method === "post" ? await readBytes(c.req.raw) : Buffer.alloc(0);
    const body = declaration.rawBody ? {} : parseBody(bytes);
    refuseUnstorable(params);
    const runParsed = endpoint.parse({ params, query: queryOf(c, declaration.repeatable), body });

    await limitUser(c, endpoint, body, deps);
    const preference = preferenceOf(c.req.header("prefer"));
    const path = declaration.path.replaceAll(/\{(\w+)\}/g, (_match, name: string) =>
      encodeURIComponent(params[name] ?? ""),
    );
    const method = declaration.method.toUpperCase();
    const fingerprint = fingerprintOf(method, path, foldAliases(body, declaration.aliases ?? {}).value);
    const run: Parameters<typeof runFresh>[1] = async (identity, tx) => {
      const replyBy = c.get("startedAt") + preference.waitSeconds * 1000;
      const header = (name: string) => c.req.header(name);
      const { caller, requestId } = c.var;
      const context = { caller, requestId, replyBy, identity, tx, deps, header, bytes };
      return toReply(endpoint, await runParsed(context), c.get("requestId"), preference, deps);
    };

    const key = c.req.header("idempotency-key");
    const rule = declaration.idempotency;
    if (key === undefined || !rule) return toResponse(c, await runFresh(fingerprint, run));
    const caller = c.get("caller");
    const scope = `${principalOf(caller)} ${method} ${path}`;
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
function queryOf(c: AppContext, repeatable: readonly string[] = []): Record<string, unknown> {
  const query = c.req.queries();
  refuseUnstorable(query);
  const twice = Object.keys(query).filter((name) => (query[name]?.length ?? 0) > 1 && !repeatable.includes(name));
  if (twice.length > 0) throw invalid(twice.map((field) => ({ field, message: "must be given once" })));
  return Object.fromEntries(Object.entries(query).map(([name, values]) => [name, values.join(",")]));
}

function toReply(
  { declaration }: Endpoint,
  answer: Answer,
  requestId: string,
  { applied }: Preference,
  { now }: GatewayDeps,
): Reply {
  if (answer.stream) return { status: answer.status, body: "", headers: answer.headers ?? {}, stream: answer.stream };
  const body = JSON.stringify(envelope(declaration.shape, answer, requestId, now()));
  const preference = answer.status === 202 && applied !== null ? { "Preference-Applied": applied } : {};
  return { status: answer.status, body, headers: { ...answer.headers, ...preference } };
}

function toResponse(c: AppContext, { status, body, headers, stream }: Reply): Response {
  const isDropped = c.req.method === "HEAD"; // the body of its answer goes to nobody, so nobody would end the stream
  if (isDropped) stream?.cancel().catch(() => {});
  const response = new Response(isDropped ? null : (stream ?? body), {
    status,
    headers: { "content-type": "application/json", ...headers },
  });
  response.headers.set("X-Request-ID", c.get("requestId"));
  return response;
}
