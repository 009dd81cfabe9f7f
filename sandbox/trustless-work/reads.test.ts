import { expect, test } from "@jest/globals";
import { usdcIssuer } from "../stellar/identities.ts";
import { TrustlessWorkAid } from "./testing/aid.ts";

test("cached reads show the fee in basis points, reads from the chain in percent; amounts are numbers", async () => {
  const aid = new TrustlessWorkAid();
  const contractId = await aid.funded({ platformFee: 0.6 });
  const path = `/helper/get-escrow-by-contract-ids?contractIds=${contractId}`;
  const cached = (await aid.request("GET", path)).body;
  expect(cached).toMatchObject([
    {
      contractId,
      signer: aid.buyer.publicKey(),
      amount: 100,
      balance: 100,
      platformFee: 60,
      trustline: { address: usdcIssuer.publicKey(), symbol: "USDC" },
      milestones: [{ description: "Delivery", status: "pending", evidence: "", approved: false }],
      flags: { disputed: false, released: false, resolved: false },
      fundedBy: [aid.buyer.publicKey()],
      createdAt: { _seconds: expect.any(Number), _nanoseconds: expect.any(Number) },
    },
  ]);
  expect((await aid.request("GET", `${path}&validateOnChain=true`)).body).toMatchObject([
    { platformFee: 0.6, balance: 100 },
  ]);
});

test("lists by role and by signer keep to their filters", async () => {
  const aid = new TrustlessWorkAid();
  const first = await aid.deployed({ engagementId: "ord_a", amount: 10 });
  const second = await aid.deployed({ engagementId: "ord_b", amount: 20 });
  const seller = aid.seller.publicKey();
  const ids = async (query: string) => {
    const { body } = await aid.request("GET", query);
    return Array.isArray(body) ? body.map((escrow) => escrow.contractId) : body;
  };
  const byRole = `/helper/get-escrows-by-role?role=receiver&roleAddress=${seller}`;
  expect(await ids(`${byRole}&orderBy=amount&orderDirection=asc`)).toEqual([first, second]);
  expect(await ids(`${byRole}&engagementId=ord_b`)).toEqual([second]);
  expect(await ids(`${byRole}&minAmount=15`)).toEqual([second]);
  expect(await ids(`${byRole}&status=released`)).toEqual([]);
  expect(await ids(`${byRole}&type=multi-release`)).toEqual([]);
  expect(await ids(`${byRole}&page=2`)).toEqual([]);
  expect(await ids(`/helper/get-escrows-by-signer?signer=${seller}`)).toEqual([]);
  expect(await aid.request("GET", `${byRole}&signer=${seller}`)).toMatchObject({ status: 400 });
  expect(await aid.request("GET", `/helper/get-escrows-by-role?role=owner&roleAddress=${seller}`)).toMatchObject({
    status: 400,
    body: { details: { role: expect.any(Array) } },
  });
});

test("balances come from the chain, for twenty contracts at most", async () => {
  const aid = new TrustlessWorkAid();
  const contractId = await aid.funded();
  const query = (count: number) => Array(count).fill(`addresses[]=${contractId}`).join("&");
  const path = "/helper/get-multiple-escrow-balance";
  expect((await aid.request("GET", `${path}?${query(1)}`)).body).toEqual([{ address: contractId, balance: 100 }]);
  expect(await aid.request("GET", `${path}?${query(21)}`)).toMatchObject({ status: 400 });
});
