import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { OfferHubSDK, UnexpectedReplyError } from "./index.ts";

type Answering = (response: ServerResponse) => void;

// One server stands where the API should be, the other where it sends its callers to.
let api: Server;
let elsewhere: Server;
let sdk: OfferHubSDK;
let answering: Answering;
let asked: string[] = [];
let strayed: IncomingMessage[] = [];

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
let elsewhereUrl: string;
beforeAll(async () => {
  api = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    request.resume().on("end", () => answering(response));
  });
  elsewhere = createServer((request, response) => {
    strayed.push(request);
    json(200, { data: [{ id: "wd_of_somebody" }], hasMore: false })(response);
  });
  elsewhereUrl = await listen(elsewhere);
  sdk = new OfferHubSDK({ apiUrl: await listen(api), apiKey: "ohk_test_secret", retryAttempts: 0 });
});
afterAll(() => {
  for (const server of [api, elsewhere]) {
    server.closeAllConnections();
    server.close();
  }
});
beforeEach(() => {
  asked = [];
  strayed = [];
});

const raw =
  (status: number, contentType: string, body: string, headers: object = {}): Answering =>
  (response) => {
    response.writeHead(status, { "content-type": contentType, ...headers });
    response.end(body);
  };
const json = (status: number, body: unknown): Answering => raw(status, "application/json", JSON.stringify(body));
const redirect = (status: number): Answering =>
  raw(status, "text/html", "<a>moved</a>", { location: `${elsewhereUrl}/login?session=secret` });
const LOGIN_PAGE = "<!doctype html><title>Sign in</title>";

/** Every way of asking: a command, a removal, an object, a list, a list without pages, all pages, a stream. */
const withdrawal = { userId: "usr_1", amount: "5.00", destinationType: "crypto", destinationRef: "G" } as const;
const first = async (items: AsyncIterable<unknown>) => {
  for await (const item of items) return item;
};
const WAYS: Readonly<Record<string, () => Promise<unknown>>> = {
  "a command": () => sdk.withdrawals.create(withdrawal),
  "a command without a body": () => sdk.withdrawals.commit("wd_1"),
  "a removal": () => sdk.keys.revoke("key_1"),
  "an object": () => sdk.orders.get("ord_1"),
  "a list": () => sdk.withdrawals.list(),
  "a list without pages": () => sdk.orders.getMilestones("ord_1"),
  "all pages": () => first(sdk.iterate(sdk.withdrawals.list)),
  "a stream": () => first(sdk.events()),
};
const REPLIES: Readonly<Record<string, () => Answering>> = {
  ...Object.fromEntries([301, 302, 303, 307, 308].map((status) => [`a ${status}`, () => redirect(status)])),
  "a redirect to nowhere": () => raw(302, "text/plain", ""),
  "a login page": () => raw(200, "text/html", LOGIN_PAGE),
  "a login page that calls itself JSON": () => raw(200, "application/json", LOGIN_PAGE),
  "an empty body": () => raw(200, "application/json", ""),
  "no content": () => raw(204, "application/json", ""),
  null: () => json(200, null),
  "a number": () => json(200, 7),
  "a bare list": () => json(200, [{ id: "wd_1" }]),
  "another object": () => json(200, { id: "wd_1", status: "WITHDRAWAL_COMPLETED" }),
  "data that is nothing": () => json(200, { data: null }),
  "data that is a text": () => json(200, { data: "ok" }),
};
const CASES = Object.keys(WAYS).flatMap((way) => Object.keys(REPLIES).map((reply) => [way, reply] as const));

test.each(CASES)("%s that meets %s gets an error that says so, and goes nowhere else", async (way, reply) => {
  answering = REPLIES[reply]?.() ?? json(500, {});
  const error = await WAYS[way]?.().then(
    (value) => ({ value }),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UnexpectedReplyError);
  expect(error).toMatchObject({
    code: "UNEXPECTED_REPLY",
    message: expect.stringMatching(/(GET|POST|DELETE) http.*api\/v1/),
  });
  expect((error as Error).message).not.toContain("secret");
  expect(strayed).toEqual([]);
  expect(asked).toHaveLength(1);
});

describe("data of another kind", () => {
  test("is no object where one was asked for, and no list where one was", async () => {
    answering = json(200, { data: [{ id: "wd_1" }], hasMore: false });
    await expect(sdk.withdrawals.get("wd_1")).rejects.toThrow(/a list instead of an object/);
    answering = json(200, { data: { id: "wd_1" } });
    await expect(sdk.withdrawals.list()).rejects.toThrow(/no list/);
  });

  test("in a stream is no event", async () => {
    for (const frame of ["data: <html>\n\n", "data: {}\n\n", "data: null\n\n"]) {
      answering = raw(200, "text/event-stream", frame);
      await expect(first(sdk.events())).rejects.toBeInstanceOf(UnexpectedReplyError);
    }
  });
});

test("a redirect as a browser shows it, without status and address, is one too", async () => {
  const opaque = Object.defineProperties(new Response(null, { status: 200 }), {
    type: { value: "opaqueredirect" },
    status: { value: 0 },
    ok: { value: false },
  });
  const fetching = jest.spyOn(globalThis, "fetch").mockImplementation(async () => opaque);
  try {
    for (const way of Object.values(WAYS)) await expect(way()).rejects.toBeInstanceOf(UnexpectedReplyError);
    for (const [, init] of fetching.mock.calls) expect(init).toMatchObject({ redirect: "manual" });
  } finally {
    fetching.mockRestore();
  }
});
