import { createHmac } from "node:crypto";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { OfferHubSDK, WebhookVerificationError, webhooks } from "./index.ts";

// A server whose streams are written by the tests, one script per connection.
type Script = (response: ServerResponse) => void;
let server: Server;
let sdk: OfferHubSDK;
let scripts: Script[] = [];
/** The numbers of the events that the caller was given. */
let given: number[] = [];
let asked: { url: string; place: string | undefined; accept: string | undefined }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({
      url: request.url ?? "",
      place: request.headers["last-event-id"] as string | undefined,
      accept: request.headers.accept,
    });
    const script = scripts.shift() ?? refuse(503);
    script(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  sdk = new OfferHubSDK({ apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, apiKey: "ohk_test" });
});
afterEach(() => {
  asked = [];
  scripts = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const event = (sequence: number) => ({
  eventId: `evt_${sequence}`,
  eventType: "order.created",
  sequence,
  payload: { text: "ä\n💥" },
});
const frame = (sequence: number) =>
  `id: evt_${sequence}\nevent: order.created\ndata: ${JSON.stringify(event(sequence))}\n\n`;
const refuse =
  (status: number, code = "SERVICE_UNAVAILABLE"): Script =>
  (response) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify({ error: { code, message: "no" } }));
  };
/** What a broken connection still held is lost, so it breaks only once the caller has it. */
async function breakOnceGiven(response: ServerResponse, sequence: number): Promise<void> {
  while (!given.includes(sequence)) await new Promise((resolve) => setTimeout(resolve, 5));
  response.destroy();
}
/** Sends these chunks and then ends, breaks once the caller has the event of that number, or falls silent. */
const sends =
  (chunks: (string | Buffer)[], then: "end" | "stay" | { breaksAfter: number } = "end"): Script =>
  async (response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const chunk of chunks) await new Promise((resolve) => response.write(chunk, resolve));
    if (then === "end") response.end();
    if (typeof then === "object") await breakOnceGiven(response, then.breaksAfter);
  };
async function take(count: number, options: Parameters<OfferHubSDK["events"]>[1] = {}, query = {}): Promise<number[]> {
  given = [];
  for await (const { sequence } of sdk.events(query, options)) {
    given.push(sequence);
    if (given.length === count) break;
  }
  return given;
}

describe("events()", () => {
  test("goes on where it stopped after the line ends, breaks or is refused, and gives no event twice", async () => {
    scripts = [
      sends(["retry: 1000\nid: 7\n\n"]),
      sends([frame(8), frame(9)], { breaksAfter: 9 }),
      refuse(503),
      sends([frame(9), frame(10)]),
      sends(["event: ping\ndata: {}\n\n", "id: 14\n\n"]),
      sends([frame(15)], "stay"),
    ];
    expect(await take(4)).toEqual([8, 9, 10, 15]);
    expect(asked.map(({ place }) => place)).toEqual([undefined, "7", "evt_9", "evt_9", "evt_10", "14"]);
    expect(new Set(asked.map(({ accept }) => accept))).toEqual(new Set(["text/event-stream"]));
  });

  test("reads frames however the network cuts them, also within a letter", async () => {
    const bytes = Buffer.from(`${frame(1)}${frame(2).replaceAll("\n", "\r\n")}`);
    scripts = [
      sends(
        Array.from(bytes, (byte) => Buffer.of(byte)),
        "stay",
      ),
    ];
    expect(await take(2)).toEqual([1, 2]);
  });

  test("asks for what the caller wants, from where the caller was", async () => {
    scripts = [sends([frame(5)], "stay")];
    await take(1, {}, { types: ["order.*", "user.created"], resourceTypes: ["Order"], userId: "usr_1", since: 4 });
    expect(asked[0]).toMatchObject({ place: "4" });
    expect(asked[0]?.url).toBe("/api/v1/events?types=order.*%2Cuser.created&resourceTypes=Order&userId=usr_1");
  });

  test("takes a line that fell silent for dead", async () => {
    scripts = [sends([frame(1)], "stay"), sends([frame(2)], "stay")];
    expect(await take(2, { silence: 150 })).toEqual([1, 2]);
    expect(asked[1]?.place).toBe("evt_1");
  });

  test("throws what no repeat can heal", async () => {
    scripts = [refuse(410, "CURSOR_EXPIRED")];
    await expect(take(1)).rejects.toMatchObject({ code: "CURSOR_EXPIRED", statusCode: 410 });
    expect(asked).toHaveLength(1);
  });

  test("ends when it is told to, and hangs up when nobody reads on", async () => {
    const ending = new AbortController();
    scripts = [sends([frame(1)], "stay")];
    const seen: number[] = [];
    for await (const { sequence } of sdk.events({}, { signal: ending.signal })) {
      seen.push(sequence);
      ending.abort();
    }
    expect(seen).toEqual([1]);
    const hungUp = new Promise((resolve) => {
      scripts = [
        (response) => {
          response.on("close", resolve);
          sends([frame(1)], "stay")(response);
        },
      ];
    });
    await take(1);
    await hungUp;
  });

  test("list() gives a page", async () => {
    scripts = [(response) => response.end(JSON.stringify({ data: [event(1)], hasMore: true, nextCursor: "evt_1" }))];
    expect(await sdk.events.list({ since: 0, limit: 1, types: ["order.*"] })).toMatchObject({
      hasMore: true,
      nextCursor: "evt_1",
    });
    expect(asked[0]).toMatchObject({ url: "/api/v1/events?limit=1&types=order.*&since=0", accept: "application/json" });
  });
});

describe("webhooks.verify", () => {
  const secret = `whsec_${Buffer.from("a secret of twenty-four b").toString("base64")}`;
  const now = Date.parse("2026-11-25T10:00:00Z");
  const body = JSON.stringify(event(7));
  const sign = (text: string, by = secret, at = now / 1000) =>
    createHmac("sha256", Buffer.from(by.slice(6), "base64"))
      .update(`evt_7.${at}.${text}`)
      .digest("base64");
  const headers = (signature = `v1,${sign(body)}`, timestamp = String(now / 1000)) => ({
    "webhook-id": "evt_7",
    "webhook-timestamp": timestamp,
    "webhook-signature": signature,
  });

  test("gives the event of a call that is signed with the secret, from any kind of headers and body", async () => {
    for (const given of [headers(), new Headers(headers()), { "Webhook-Id": ["evt_7"], ...headers() }]) {
      expect(await webhooks.verify(body, given, secret, { now })).toEqual(event(7));
    }
    expect(await sdk.webhooks.verify(new TextEncoder().encode(body), headers(), secret, { now })).toEqual(event(7));
  });

  test("knows a published example of Standard Webhooks", async () => {
    const example = {
      "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    };
    const verify = (payload: string) =>
      webhooks.verify(payload, example, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", { now: 1614265330_000 });
    expect(await verify('{"test": 2432232314}')).toEqual({ test: 2432232314 });
    await expect(verify('{"test": 2432232315}')).rejects.toThrow(WebhookVerificationError);
  });

  test("takes either of two secrets while one replaces the other, on both sides", async () => {
    const other = `whsec_${Buffer.from("another secret").toString("base64")}`;
    const both = headers(`v1,${sign(body, other)} v1,${sign(body)}`);
    for (const known of [secret, other]) expect(await webhooks.verify(body, both, known, { now })).toEqual(event(7));
    expect(await webhooks.verify(body, headers(), [other, secret], { now })).toEqual(event(7));
    await expect(webhooks.verify(body, headers(), other, { now })).rejects.toThrow(WebhookVerificationError);
  });

  test.each<[string, string, Record<string, string>]>([
    ["of another body", body.replace("7", "8"), headers()],
    ["without a signature", body, { ...headers(), "webhook-signature": "" }],
    ["under another id", body, { ...headers(), "webhook-id": "evt_8" }],
    ["of a scheme nobody knows", body, headers(`v2,${sign(body)}`)],
    ["of no base64", body, headers("v1,~~~")],
    ["from six minutes ago", body, headers(`v1,${sign(body, secret, now / 1000 - 360)}`, String(now / 1000 - 360))],
    ["from six minutes ahead", body, headers(`v1,${sign(body, secret, now / 1000 + 360)}`, String(now / 1000 + 360))],
    ["at no time", body, headers(`v1,${sign(body)}`, "now")],
  ])("refuses a call %s", async (_what, payload, given) => {
    await expect(webhooks.verify(payload, given, secret, { now })).rejects.toThrow(WebhookVerificationError);
  });

  test("refuses a secret of another form instead of verifying with half of it", async () => {
    for (const bad of ["", "whsec_", "whsec_~"])
      await expect(webhooks.verify(body, headers(), bad, { now })).rejects.toThrow(WebhookVerificationError);
  });
});
