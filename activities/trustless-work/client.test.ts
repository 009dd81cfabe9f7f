import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "@jest/globals";
import { createProviderBudget } from "../provider-budget.ts";
import { problemOf } from "../testing/problem-of.ts";
import { createTrustlessWorkClient } from "./client.ts";
import { createSendThroughTrustlessWork } from "./send.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const body = { contractId: "C", releaseSigner: "G" };

/** A provider that answers like this, and the client that asks it. */
async function provider(answer: Answer, requests = 100) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers["x-api-key"]}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const settings = {
    apiUrl,
    apiKey: "id.secret",
    timeoutMs: 300,
    factoryContractId: "",
    feeAddress: "",
    wasmHashes: [],
  };
  const budget = createProviderBudget(null, { provider: "test", requests, seconds: 60 });
  return { client: createTrustlessWorkClient(settings, budget), seen };
}

const json =
  (status: number, value: unknown): Answer =>
  (_, response) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));

const NEVER: Answer = () => {};
const HALF: Answer = (_, response) => response.writeHead(200).write('{"status":');
const HANG_UP: Answer = (request) => request.socket.destroy();
const PAGE: Answer = (_, response) => response.writeHead(200).end("<html>hello</html>");

describe("a build", () => {
  test("answers the transaction, asked for with our key", async () => {
    const { client, seen } = await provider(json(201, { status: "SUCCESS", unsignedTransaction: "AAAA", more: 1 }));
    expect(await client.release(body)).toBe("AAAA");
    expect(seen).toEqual(["POST /v1/escrow/single-release/release-funds id.secret"]);
  });

  test.each<[string, Answer, string]>([
    ["nothing at all", NEVER, "PROVIDER_UNAVAILABLE"],
    ["half an answer", HALF, "PROVIDER_UNAVAILABLE"],
    ["a hang-up", HANG_UP, "PROVIDER_UNAVAILABLE"],
    ["a page instead of an answer", PAGE, "PROVIDER_UNAVAILABLE"],
    ["an empty answer", json(201, {}), "PROVIDER_UNAVAILABLE"],
    ["a refusal inside a success", json(201, { status: "FAILED", message: "no" }), "PROVIDER_REFUSED"],
    ["a refusal", json(400, { message: ["amount must be positive"] }), "PROVIDER_REFUSED"],
    ["another key's answer", json(401, { message: "Unauthorized" }), "PROVIDER_CREDENTIAL_REFUSED"],
  ])("with %s is %s", async (_, answer, problem) => {
    const { client } = await provider(answer);
    expect(await problemOf(client.release(body))).toBe(problem);
  });

  test("beyond the budget is not even asked for", async () => {
    const { client, seen } = await provider(json(201, { unsignedTransaction: "AAAA" }), 2);
    await Promise.all([client.release(body), client.release(body)]);
    expect(await problemOf(client.release(body))).toBe("PROVIDER_BUDGET_EXHAUSTED");
    expect(seen).toHaveLength(2);
  });

  test("never tells the API key in an error", async () => {
    const { client } = await provider(json(401, { message: "Unauthorized" }));
    await expect(client.release(body)).rejects.toThrow(/^(?!.*id\.secret)/);
  });
});

describe("sending through the provider", () => {
  const sent = async (answer: Answer, requests?: number) => {
    const { client } = await provider(answer, requests);
    return (await createSendThroughTrustlessWork(client)("AAAA")).kind;
  };

  test("is accepted only when it says so", async () => {
    expect(await sent(json(200, { status: "SUCCESS", message: "done" }))).toBe("accepted");
  });

  test.each<[string, Answer]>([
    ["a failure inside a success", json(200, { status: "FAILED", message: "The transaction has failed" })],
    ["no status", json(200, { message: "done" })],
    ["a page", PAGE],
    ["a refusal", json(400, { message: "tx_bad_seq" })],
    ["a server error", json(500, { message: "resultMetaXdr is undefined" })],
    ["a gateway's time-out", json(504, null)],
    ["our key refused", json(401, {})],
    ["nothing at all", NEVER],
    ["half an answer", HALF],
    ["a hang-up", HANG_UP],
  ])("is unknown with %s: it may have happened", async (_, answer) => {
    expect(await sent(answer)).toBe("unknown");
  });

  test("is unknown beyond the budget", async () => {
    expect(await sent(json(200, { status: "SUCCESS" }), 0)).toBe("unknown");
  });
});

describe("telling the provider of a transaction", () => {
  test("tries the route's names in turn while they are unknown", async () => {
    const { client, seen } = await provider((request, response) =>
      json(request.url?.endsWith("update-from-tx-hash") ? 200 : 404, {})(request, response),
    );
    await client.updateFromTxHash("ab");
    expect(seen.map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
      "POST /v1/indexer/update-from-txHash",
      "PUT /v1/indexer/update-from-txhash",
      "PUT /v1/indexer/update-from-tx-hash",
    ]);
  });

  test("stops at the first one that answers", async () => {
    const { client, seen } = await provider(json(200, { status: "SUCCESS" }));
    await client.updateFromTxHash("ab");
    expect(seen).toHaveLength(1);
    const refusing = await provider(json(400, { message: "Transaction not found" }));
    expect(await problemOf(refusing.client.updateFromTxHash("ab"))).toBe("PROVIDER_REFUSED");
  });
});
