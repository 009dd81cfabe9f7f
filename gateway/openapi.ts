import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { ERRORS, type ErrorCode, statusOf } from "../domain/errors.ts";
import { VERSION } from "./config.ts";
import type { Endpoint } from "./endpoint.ts";
import { isRefusedDuringMaintenance } from "./middleware/maintenance.ts";
import { ENDPOINTS } from "./routes/index.ts";
import { TAGS } from "./tags.ts";
import { ErrorWire, envelopeSchema, IdempotencyHeaders, PreferHeaders } from "./wire-envelopes.ts";

type Contract = ReturnType<OpenAPIHono["getOpenAPI31Document"]>;

/** The contract of the whole surface, made of the same schemas that check requests. */
export function openApiDocument(): Contract {
  const contract = new OpenAPIHono();
  const { openAPIRegistry } = contract;
  openAPIRegistry.registerComponent("securitySchemes", "bearer", { type: "http", scheme: "bearer" });
  openAPIRegistry.registerComponent("securitySchemes", "apiKey", { type: "apiKey", in: "header", name: "x-api-key" });
  for (const endpoint of ENDPOINTS) {
    for (const route of routesOf(endpoint)) openAPIRegistry.registerPath(route);
  }
  return contract.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Payments orchestrator",
      version: VERSION,
      description:
        "Escrow payments for marketplaces. Every path is also served without the /api/v1 prefix. " +
        "Commands answer when their effect is final; when that takes longer than you wait, they answer 202 and go on.",
      license: { name: "MIT", url: "https://opensource.org/license/mit" },
      contact: { name: "Whoever runs this installation" },
    },
    servers: [{ url: "/api/v1" }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
  });
}

/** The codes an endpoint can answer: its own and those of the road to it. */
export function errorCodesOf({ declaration }: Endpoint): readonly ErrorCode[] {
  const { access, method, errors, idempotency } = declaration;
  const codes = new Set<ErrorCode>([
    "VALIDATION_ERROR",
    "RATE_LIMITED",
    "SERVICE_UNAVAILABLE",
    "INTERNAL_ERROR",
    ...errors,
  ]);
  if (access !== "public") for (const code of ["UNAUTHORIZED", "INVALID_API_KEY"] as const) codes.add(code);
  if (access !== "public" && access !== "any") codes.add("INSUFFICIENT_SCOPE");
  if (isRefusedDuringMaintenance(declaration)) codes.add("MAINTENANCE_MODE");
  if (method === "post") codes.add("PAYLOAD_TOO_LARGE");
  if (idempotency) codes.add("IDEMPOTENCY_KEY_REUSED");
  return [...codes].sort();
}

function routesOf(endpoint: Endpoint) {
  const { declaration } = endpoint;
  const { method, path, equalPaths = [], operationId, tag, summary, access } = declaration;
  return [path, ...equalPaths].map((one, index) =>
    createRoute({
      method,
      path: one,
      operationId: index === 0 ? operationId : `${operationId}AtShortPath`,
      tags: [tag],
      summary,
      description: needsOf(endpoint),
      security: access === "public" ? [] : [{ bearer: [] }, { apiKey: [] }],
      ...(access !== "public" && { "x-required-scope": access }),
      request: requestOf(endpoint, one),
      responses: { ...answersOf(endpoint), ...problemsOf(endpoint) },
    }),
  );
}

/** What a caller must know besides the summary: who may, and what the same call twice does. */
function needsOf({ declaration: { access, idempotency, waits } }: Endpoint): string {
  const without = { public: "No credential is needed.", any: "Any credential will do." };
  const needs = access === "public" || access === "any" ? without[access] : `Needs the scope \`${access}\`.`;
  const twice = `With an \`Idempotency-Key\`, the same call again has one effect and one answer, for ${idempotency?.keepDays} days.`;
  const waiting = "It answers 202 when its effect is not final in time, and goes on.";
  return [needs, ...(idempotency ? [twice] : []), ...(waits ? [waiting] : [])].join(" ");
}

function requestOf({ declaration }: Endpoint, at: string) {
  const { params, query, idempotency, waits } = declaration;
  const body = declaration.body ?? declaration.rawBody;
  const headers = [...(idempotency ? [IdempotencyHeaders] : []), ...(waits ? [PreferHeaders] : [])];
  return {
    // Parameters and headers are declared as objects; the general schema type does not say so.
    ...(params && { params: paramsIn(params as z.ZodObject, at) }),
    ...(query && { query: query as z.ZodObject }),
    ...(headers.length > 0 && { headers: headers as z.ZodObject[] as never }),
    ...(body && { body: { required: !body.safeParse({}).success, content: { "application/json": { schema: body } } } }),
  };
}

/** The parameters that this path names. One that another path of the endpoint lacks is optional there, but never in a path. */
function paramsIn(params: z.ZodObject, path: string): z.ZodObject {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const required = (name: string) => {
    const schema = params.shape[name];
    return schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  };
  return z.object(Object.fromEntries(names.map((name) => [name, required(name)])));
}

function answersOf({ declaration }: Endpoint) {
  const { shape, data, status, waits, streams } = declaration;
  const content = {
    "application/json": { schema: envelopeSchema(shape, data) },
    ...(streams && { "text/event-stream": { schema: z.string() } }),
  };
  return {
    [status]: { description: descriptionOf(declaration), content },
    ...(waits && { 202: { description: "Accepted and going on: the present state. Poll `Location`.", content } }),
  };
}

function descriptionOf({ status, waits }: Endpoint["declaration"]): string {
  if (status === 202) return "Accepted. See `Location` for what becomes of it.";
  if (status === 302) return "Go on to `Location`.";
  return waits ? "Done, with the state after it." : "Done.";
}

/** One response per status, naming every code that it can carry. */
function problemsOf(endpoint: Endpoint) {
  const { operationId, tellsUnwell, shape, data } = endpoint.declaration;
  const unwell = z.union([envelopeSchema(shape, data), ErrorWire]);
  const byStatus = Map.groupBy(errorCodesOf(endpoint), (code) => statusOf(code, operationId));
  const answers = [...byStatus].map(([status, codes]) => {
    const schema = status === 503 && tellsUnwell ? unwell : ErrorWire;
    const description = codes.map((code) => `\`${code}\`: ${ERRORS[code].title}`).join("\n\n");
    return [status, { description, content: { "application/json": { schema } } }] as const;
  });
  return Object.fromEntries(answers);
}
