import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ENDPOINTS } from "../../gateway/routes/index.ts";
import { OfferHubSDK } from "../../sdk/index.ts";
import { projectFiles, readProjectFile } from "./project-files.ts";

// Every operation has a file named like it, a method of the SDK that sends exactly its method and path, and a test.

const declarations = ENDPOINTS.map(({ declaration }) => declaration);
const files = projectFiles();

/** What the SDK sends, with nobody there to receive it. */
const sent: { readonly method: string; readonly path: string }[] = [];
const realFetch = globalThis.fetch;
beforeAll(() => {
  globalThis.fetch = async (url, init) => {
    const { pathname } = new URL(String(url));
    const one = { method: init?.method?.toLowerCase() ?? "get", path: pathname.replace("/api/v1", "") };
    sent.push(one);
    const isList = operationsFor(one).some(({ operationId }) => operationId.startsWith("list"));
    return new Response(JSON.stringify({ data: isList ? [] : {} }));
  };
});
afterAll(() => {
  globalThis.fetch = realFetch;
});

const sdk = new OfferHubSDK({ apiUrl: "http://nobody.invalid", apiKey: "ohk_test", retryAttempts: 0 });
/** Checks what came in; asks nobody. */
const OFFLINE = ["webhooks"];
const METHODS = Object.entries(sdk)
  .filter(([resource]) => !OFFLINE.includes(resource))
  .flatMap(([resource, methods]: [string, Record<string, unknown>]) =>
    Object.entries(methods).map(
      ([name, method]) => [`${resource}.${name}`, method as (...args: unknown[]) => Promise<unknown>] as const,
    ),
  );

const operationsFor = ({ method, path }: { readonly method: string; readonly path: string }) =>
  declarations.filter((one) => {
    const pattern = (template: string) => new RegExp(`^${template.replaceAll(/\{\w+\}/g, "ID")}$`);
    return (
      one.method === method && [one.path, ...(one.equalPaths ?? [])].some((template) => pattern(template).test(path))
    );
  });

/** The operation that a method of the SDK asks for; ids come first in every method, bodies after them. */
async function operationOf(method: (...args: unknown[]) => Promise<unknown>): Promise<string[]> {
  const from = sent.length;
  await method("ID", "ID", "ID");
  return sent.slice(from).flatMap((one) => operationsFor(one).map(({ operationId }) => operationId));
}

test.each(METHODS)("the SDK's %s asks for exactly one operation", async (_name, method) => {
  expect(await operationOf(method)).toHaveLength(1);
});

test("every operation has exactly one method of the SDK", async () => {
  const asked: string[] = [];
  for (const [, method] of METHODS) asked.push(...(await operationOf(method)));
  // called by providers, and by the browsers that they send back
  const isForOthers = ({ path }: { readonly path: string }) =>
    path.startsWith("/webhooks/") || path === "/topups/{id}/callback";
  const ours = declarations.filter((one) => !isForOthers(one));
  expect(asked.sort()).toEqual(ours.map(({ operationId }) => operationId).sort());
});

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

describe.each(declarations.map((one) => [one.operationId, one] as const))("%s", (operationId, { path }) => {
  const folder =
    files
      .find((file) => file.startsWith("gateway/routes/") && file.endsWith(`/${kebab(operationId)}.ts`))
      ?.split("/")
      .slice(0, -1)
      .join("/") ?? "";

  test("has a file named like it", () => {
    expect(folder).toMatch(/^gateway\/routes\//);
  });

  test("is named by a test", () => {
    const tests = files.filter((file) => /^(gateway|tests\/(?!conventions))\/?.*\.test\.ts$/.test(file));
    const lastName =
      path
        .split("/")
        .filter((part) => part && !part.startsWith("{"))
        .at(-1) ?? "";
    const names = new RegExp(`[/"\`]${lastName}\\b`);
    expect(tests.filter((file) => names.test(readProjectFile(file)))).not.toEqual([]);
  });
});
