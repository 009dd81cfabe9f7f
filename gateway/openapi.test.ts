import { describe, expect, test } from "@jest/globals";
import { statusOf } from "../domain/errors.ts";
import { errorCodesOf, openApiDocument } from "./openapi.ts";
import { ENDPOINTS } from "./routes/index.ts";
import { TAGS } from "./tags.ts";
import { IdempotencyHeaders } from "./wire-envelopes.ts";

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: { readonly type: string | readonly string[]; readonly default?: unknown };
}
interface Schema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly $ref?: string;
}
interface Answer {
  readonly description: string;
  readonly content?: { readonly "application/json": { readonly schema: { readonly anyOf?: readonly Schema[] } } };
}
interface Operation {
  readonly operationId: string;
  readonly security?: unknown;
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<Record<string, Answer>>;
}
const paths = openApiDocument().paths as unknown as Readonly<Record<string, Readonly<Record<string, Operation>>>>;

describe.each(ENDPOINTS.map((endpoint) => [endpoint.declaration.operationId, endpoint] as const))(
  "%s",
  (operationId, endpoint) => {
    const { method, path, status, waits = false, access, equalPaths = [] } = endpoint.declaration;
    const operation = paths[path]?.[method];

    test("is in the contract at each of its paths, with its success and, where it waits, its 202", () => {
      expect(operation?.operationId).toBe(operationId);
      expect([status in (operation?.responses ?? {}), "202" in (operation?.responses ?? {})]).toEqual([
        true,
        waits || status === 202,
      ]);
      for (const other of equalPaths) expect(paths[other]?.[method]).toBeDefined();
      expect(operation?.security).toEqual(access === "public" ? [] : [{ bearer: [] }, { apiKey: [] }]);
    });

    test("names every error it can answer, under the status it answers it with", () => {
      for (const code of errorCodesOf(endpoint)) {
        expect(operation?.responses[statusOf(code, operationId)]?.description).toContain(`\`${code}\``);
      }
    });
  },
);

const parameters = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, { parameters = [] }]) =>
    parameters.map((parameter) => [`${method} ${path} ${parameter.name}`, path, parameter] as const),
  ),
);

test.each(parameters.filter(([, , parameter]) => parameter.in === "path"))(
  "%s is required, and in its path",
  (_, path, one) => {
    expect(one.required).toBe(true);
    expect(path).toContain(`{${one.name}}`);
  },
);

test.each(parameters.filter(([, , { schema }]) => (schema.default ?? null) !== null))(
  "%s has a default of its own type",
  (_, _path, { schema }) => {
    const type = Number.isInteger(schema.default) ? "integer" : typeof schema.default;
    expect([schema.type].flat()).toContain(type);
  },
);

test("every tag in use is told, and every tag told is in use", () => {
  const inUse = new Set(ENDPOINTS.map(({ declaration }) => declaration.tag));
  expect([...inUse].sort()).toEqual(Object.keys(TAGS).sort());
});

test("the contract takes printable Idempotency-Keys of 1 to 255 characters, and no others", () => {
  const { shape } = IdempotencyHeaders;
  const accepts = (key: string) => shape["idempotency-key"].safeParse(key).success;
  expect(["a", "order 17", "~!", "k".repeat(255)].filter((key) => !accepts(key))).toEqual([]);
  expect(["", " ", "ü", "a\u0000", "k".repeat(256)].filter(accepts)).toEqual([]);
});

test.each(["/ready", "/health/detailed"])("%s tells its dependencies in its 503 too, by the contract", (path) => {
  const { content } = paths[path]?.get?.responses["503"] ?? {};
  const told = content?.["application/json"].schema.anyOf ?? [];
  expect(told).toContainEqual({ $ref: "#/components/schemas/Error" });
  expect(told.some(({ properties }) => properties && "dependencies" in properties)).toBe(true);
});
