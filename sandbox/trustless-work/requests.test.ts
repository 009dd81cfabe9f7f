import { describe, expect, test } from "@jest/globals";
import { TrustlessWorkAid } from "./testing/aid.ts";

const DEPLOY = "/deployer/single-release";

describe("401", () => {
  test.each([{ "x-api-key": "" }, { "x-api-key": "wrong.key" }, { "x-api-key": "", authorization: "Bearer test.key" }])(
    "answers %j, on reads too",
    async (headers) => {
      const aid = new TrustlessWorkAid();
      const answer = { status: 401, body: { code: 401, type: "UNAUTHORIZED" } };
      expect(await aid.request("POST", DEPLOY, aid.deployBody(), headers)).toMatchObject(answer);
      expect(await aid.request("GET", "/helper/get-escrows-by-signer", undefined, headers)).toMatchObject(answer);
    },
  );
});

describe("404", () => {
  test.each([
    "/escrow/multi-release/dispute-escrow",
    "/escrow/multi-release/resolve-dispute",
    "/escrow/multi-release/release-funds",
    "/escrow/single-release/fund",
    "/v2/deployer/single-release",
    "/v2/deployer/multi-release",
  ])("answers unknown route %s with its path", async (path) => {
    expect(await new TrustlessWorkAid().request("POST", path, {})).toEqual({
      status: 404,
      body: { statusCode: 404, message: `Cannot POST ${path}`, path },
    });
  });
});

describe("429", () => {
  test("answers the 51st request of a minute, and none after it has passed", async () => {
    const aid = new TrustlessWorkAid("G1", { requestsPerMinute: 50 });
    const ask = async () =>
      (await aid.request("GET", `/helper/get-escrows-by-signer?signer=${aid.buyer.publicKey()}`)).status;
    for (let request = 0; request < 50; request += 1) expect(await ask()).toBe(200);
    expect(await ask()).toBe(429);
    aid.clock.advance(61);
    expect(await ask()).toBe(200);
  });
});

describe("400", () => {
  const roles = new TrustlessWorkAid().deployBody().roles;

  test.each<[string, object, string]>([
    ["amount", { amount: "100" }, "amount"],
    ["amount", { amount: 0 }, "amount"],
    ["amount", { amount: -1 }, "amount"],
    ["amount", { amount: 0.00000001 }, "amount"],
    ["platformFee", { platformFee: "5" }, "platformFee"],
    ["platformFee", { platformFee: 0.001 }, "platformFee"],
    ["title", { title: "x".repeat(101) }, "title"],
    ["description", { description: "x".repeat(501) }, "description"],
    ["no milestone", { milestones: [] }, "milestones"],
    ["51 milestones", { milestones: Array(51).fill({ description: "x" }) }, "milestones"],
    ["a role", { roles: { ...roles, receiver: "GABC" } }, "roles.receiver"],
    ["trustline", { trustline: { address: roles.receiver } }, "trustline.symbol"],
    ["signer", { signer: undefined }, "signer"],
  ])("names the field that is wrong: %s of %j", async (_name, changes, field) => {
    const aid = new TrustlessWorkAid();
    const answer = await aid.request("POST", DEPLOY, aid.deployBody(changes));
    expect(answer).toMatchObject({
      status: 400,
      body: { message: expect.any(String), details: { [field]: expect.any(Array) } },
    });
  });

  test.each<[string, object, string]>([
    ["an amount on top", { amount: 30 }, "amount"],
    ["a receiver on top", { roles: { ...roles } }, "roles.receiver"],
    [
      "a milestone without an amount",
      { milestones: [{ description: "x", receiver: roles.receiver }] },
      "milestones.0.amount",
    ],
    ["a milestone without a receiver", { milestones: [{ description: "x", amount: 1 }] }, "milestones.0.receiver"],
    ["no milestone", { milestones: [] }, "milestones"],
  ])("names the field that does not belong into a multi-release escrow: %s", async (_name, changes, field) => {
    const aid = new TrustlessWorkAid();
    const answer = await aid.request("POST", "/deployer/multi-release", aid.multiReleaseBody(changes));
    expect(answer).toMatchObject({ status: 400, body: { details: { [field]: expect.any(Array) } } });
  });

  test.each(["", "{", "[]", "7", "null"])("answers the body %j", async (body) => {
    const answer = await new TrustlessWorkAid().request("POST", DEPLOY, body);
    expect(answer).toMatchObject({ status: 400, body: { statusCode: 400, path: DEPLOY } });
  });

  test("wants the milestone's index as a string", async () => {
    const aid = new TrustlessWorkAid();
    const contractId = await aid.deployed();
    const approve = (milestoneIndex: unknown) =>
      aid.request("POST", "/v1/escrow/single-release/approve-milestone", {
        contractId,
        milestoneIndex,
        approver: aid.buyer.publicKey(),
      });
    expect(await approve(0)).toMatchObject({ status: 400, body: { details: { milestoneIndex: expect.any(Array) } } });
    expect(await approve("0")).toMatchObject({ status: 201 });
    expect(await approve("7")).toMatchObject({ status: 400, body: { message: "Invalid milestone index" } });
  });

  test("refuses a distribution that names an address twice", async () => {
    const aid = new TrustlessWorkAid();
    const contractId = await aid.funded();
    const share = { address: aid.buyer.publicKey(), amount: 50 };
    const body = { contractId, disputeResolver: aid.resolver.publicKey(), distributions: [share, share] };
    expect(await aid.request("POST", "/escrow/single-release/resolve-dispute", body)).toMatchObject({
      status: 400,
      body: { details: { distributions: expect.any(Array) } },
    });
  });

  test("refuses to send what is no transaction", async () => {
    const answer = await new TrustlessWorkAid().request("POST", "/helper/send-transaction", { signedXdr: "AAAA" });
    expect(answer).toMatchObject({ status: 400 });
  });
});
