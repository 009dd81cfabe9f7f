import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { AirtmAid } from "./testing/airtm-aid.ts";

let aid: AirtmAid;
beforeAll(async () => {
  aid = await AirtmAid.start();
});
afterAll(() => aid.close());
afterEach(() => aid.control("POST", "/reset"));

const ROUTES = [
  ["GET", "/me"],
  ["GET", "/me/balance"],
  ["GET", "/users/buyer%40example.com"],
  ["POST", "/payins"],
  ["GET", "/payins"],
  ["GET", "/payins/x"],
  ["GET", "/payins/by-code/x"],
  ["DELETE", "/payins/x"],
  ["POST", "/payouts"],
  ["GET", "/payouts"],
  ["GET", "/payouts/x"],
  ["GET", "/payouts/by-code/x"],
  ["GET", "/payouts/x/events"],
  ["POST", "/payouts/x/commit"],
  ["DELETE", "/payouts/x"],
  ["GET", "/nothing-there"],
] as const;

describe("credentials", () => {
  test.each(ROUTES)("%s %s wants the right key and secret", async (method, path) => {
    for (const wrong of ["", "sandbox-airtm-key", "sandbox-airtm-key:wrong", "wrong:sandbox-airtm-secret"]) {
      const answer = await aid.request(method, path, undefined, wrong);
      expect(answer).toEqual({ status: 401, body: { code: "415904", message: expect.any(String) } });
    }
  });

  test("rotated while it runs, the old ones are refused and the new ones taken", async () => {
    await aid.control("POST", "/airtm/settings", { apiKey: "new-key", apiSecret: "new-secret" });
    expect(await aid.request("GET", "/me")).toMatchObject({ status: 401 });
    expect(await aid.request("GET", "/me", undefined, "new-key:new-secret")).toMatchObject({ status: 200 });
    expect((await aid.control("GET", "")).body).toMatchObject({ airtmApiKey: "new-key", airtmApiSecret: "new-secret" });
  });
});

describe("the limit", () => {
  test("takes ten requests in any second, and more only when the first have grown old", async () => {
    await aid.control("POST", "/airtm/settings", { requestsPerSecond: 10 });
    const burst = await Promise.all(Array.from({ length: 12 }, () => aid.request("GET", "/me")));
    expect(burst.filter(({ status }) => status === 200)).toHaveLength(10);
    expect(burst.find(({ status }) => status !== 200)).toMatchObject({ status: 429, body: { code: "415429" } });
    await aid.advance(1);
    expect(await aid.request("GET", "/me")).toMatchObject({ status: 200 });
  });

  test("is not spent by requests without the right key", async () => {
    await aid.control("POST", "/airtm/settings", { requestsPerSecond: 1 });
    await aid.request("GET", "/me", undefined, "wrong:wrong");
    expect(await aid.request("GET", "/me")).toMatchObject({ status: 200 });
    expect(await aid.request("GET", "/me")).toMatchObject({ status: 429 });
  });
});

describe("users", () => {
  test("are found by their address, whatever its case", async () => {
    expect(await aid.request("GET", `/users/${encodeURIComponent("Buyer@Example.com")}`)).toEqual({
      status: 200,
      body: {
        id: expect.any(String),
        status: "active",
        primaryEmail: "buyer@example.com",
        firstName: "Berta",
        lastName: "Buyer",
        country: "ESP",
        isVerified: true,
      },
    });
  });

  test.each([
    ["inactive@example.com", { status: "inactive" }],
    ["unverified@example.com", { status: "active", isVerified: false }],
    ["us@example.com", { country: "USA" }],
    ["seller@example.com", { country: "MEX", isVerified: true }],
  ])("%s is there from the beginning", async (email, expected) => {
    expect(await aid.request("GET", `/users/${email}`)).toMatchObject({ status: 200, body: expected });
  });

  test("that are unknown are a 404 with a code, until they are registered", async () => {
    expect(await aid.request("GET", "/users/new@example.com")).toMatchObject({ status: 404, body: { code: "415404" } });
    await aid.control("PUT", "/airtm/users/new@example.com", { country: "CHL", isVerified: false });
    const { body } = await aid.request("GET", "/users/new@example.com");
    expect(body).toMatchObject({ status: "active", country: "CHL", isVerified: false });
    await aid.control("PUT", "/airtm/users/new@example.com", { status: "inactive" });
    expect((await aid.request("GET", "/users/new@example.com")).body).toMatchObject({
      status: "inactive",
      country: "CHL",
    });
  });
});

test("the balance is two JSON numbers", async () => {
  expect(await aid.balance()).toEqual({ available: 100_000, pending: 0 });
  await aid.control("POST", "/airtm/balance", { available: "12.30" });
  expect(await aid.balance()).toEqual({ available: 12.3, pending: 0 });
});

test("a stack learns from the sandbox all it needs for Airtm", async () => {
  expect((await aid.control("GET", "")).body).toMatchObject({
    airtmUrl: `${aid.sandbox.url}/airtm/v2`,
    airtmApiKey: "sandbox-airtm-key",
    airtmApiSecret: "sandbox-airtm-secret",
    airtmWebhookSecret: expect.stringMatching(/^whsec_/),
    airtmWebhookUrl: null,
    airtmPaymentPageUrl: `${aid.sandbox.url}/airtm/payin`,
  });
});

test("control refuses what makes no sense", async () => {
  const refused = [
    await aid.control("POST", "/airtm/settings", { unclaimedDays: 6 }),
    await aid.control("POST", "/airtm/settings", { openingBalance: "1" }),
    await aid.control("POST", "/airtm/balance", { available: "1.234" }),
    await aid.control("PUT", "/airtm/users/a@example.com", { country: "Chile" }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
  expect(await aid.control("POST", "/airtm/payins/none", { status: "CONFIRMED" })).toMatchObject({ status: 404 });
});
