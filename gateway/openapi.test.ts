import { describe, expect, test } from "@jest/globals";
import { statusOf } from "../domain/errors.ts";
import { errorCodesOf, openApiDocument } from "./openapi.ts";
import { ENDPOINTS } from "./routes/index.ts";

interface Operation {
  readonly operationId: string;
  readonly security?: unknown;
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}
const paths = openApiDocument().paths as unknown as Readonly<Record<string, Readonly<Record<string, Operation>>>>;

describe.each(ENDPOINTS.map((endpoint) => [endpoint.declaration.operationId, endpoint] as const))(
  "%s",
  (operationId, endpoint) => {
    const { method, path, status, waits = false, access, equalPaths = [] } = endpoint.declaration;
    const operation = paths[path]?.[method];

    test("is in the contract at each of its paths, with its success and, where it waits, its 202", () => {
      expect(operation?.operationId).toBe(operationId);
      expect([status in (operation?.responses ?? {}), "202" in (operation?.responses ?? {})]).toEqual([true, waits]);
      for (const other of equalPaths) expect(paths[other]?.[method]).toBeDefined();
      expect(operation?.security !== undefined).toBe(access !== "public");
    });

    test("names every error it can answer, under the status it answers it with", () => {
      for (const code of errorCodesOf(endpoint)) {
        expect(operation?.responses[statusOf(code, operationId)]?.description).toContain(`\`${code}\``);
      }
    });
  },
);
