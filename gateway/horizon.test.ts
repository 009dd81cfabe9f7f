import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { AppError } from "../domain/errors.ts";
import { createHorizon, type Horizon } from "./horizon.ts";

const USDC = { code: "USDC", issuer: "GISSUER" };
const OURS = "GOURS";
const answers: Record<string, { status: number; body: unknown }> = {
  [`/accounts/${OURS}`]: {
    status: 200,
    body: {
      balances: [
        { asset_type: "credit_alphanum4", asset_code: "USDC", asset_issuer: "GFAKE", balance: "999.0000000" },
        { asset_type: "credit_alphanum4", asset_code: "USDC", asset_issuer: "GISSUER", balance: "12.5000000" },
        { asset_type: "native", balance: "3.0000000" },
      ],
    },
  },
  "/accounts/GNEW": { status: 404, body: {} },
  "/accounts/GBROKEN": { status: 500, body: {} },
  [`/accounts/${OURS}/operations`]: {
    status: 200,
    body: {
      _embedded: {
        records: [
          {
            id: "3",
            type: "invoke_host_function",
            source_account: "GOTHER",
            created_at: "2026-01-02T03:04:05Z",
            transaction_hash: "h3",
            transaction_successful: true,
            asset_balance_changes: [
              { from: "GX", to: "GY", amount: "1.0000000", asset_code: "USDC", asset_issuer: "GISSUER" },
              { from: "CESCROW", to: OURS, amount: "118.4400000", asset_code: "USDC", asset_issuer: "GISSUER" },
            ],
          },
          {
            id: "2",
            type: "payment",
            from: "GA",
            to: OURS,
            amount: "5.0000000",
            asset_type: "credit_alphanum4",
            asset_code: "USDC",
            asset_issuer: "GISSUER",
            created_at: "2026-01-02T03:04:05Z",
            transaction_hash: "h2",
            transaction_successful: false,
          },
          {
            id: "1",
            type: "create_account",
            funder: "GSPONSOR",
            account: OURS,
            starting_balance: "3.0000000",
            created_at: "2026-01-02T03:04:05Z",
            transaction_hash: "h1",
            transaction_successful: true,
          },
        ],
      },
    },
  },
};

let server: Server;
let horizon: Horizon;
beforeAll(async () => {
  server = createServer(({ url = "" }, response) => {
    const { status, body } = answers[url.split("?")[0] ?? ""] ?? { status: 404, body: {} };
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  horizon = createHorizon(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, USDC);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test("an account's holdings tell a missing trustline from an empty one, and a missing account from both", async () => {
  expect(await horizon.holdings(OURS)).toEqual({ isOnChain: true, xlm: "3.0000000", usdc: "12.5000000" });
  expect(await horizon.holdings("GNEW")).toEqual({ isOnChain: false, xlm: "0.0000000", usdc: null });
  await expect(horizon.holdings("GBROKEN")).rejects.toMatchObject({ code: "STELLAR_NETWORK_ERROR" });
});

test("only our issuer's USDC counts; an account that is not there holds nothing", async () => {
  expect(await horizon.balances(OURS)).toEqual({ usdc: "12.5000000", xlm: "3.0000000" });
  expect(await horizon.balances("GNEW")).toEqual({ usdc: "0.0000000", xlm: "0.0000000" });
});

test("a Horizon that fails is an error of the network, never a balance of zero", async () => {
  await expect(horizon.balances("GBROKEN")).rejects.toMatchObject({ code: "STELLAR_NETWORK_ERROR" });
  await expect(createHorizon("http://127.0.0.1:1", USDC).balances(OURS)).rejects.toBeInstanceOf(AppError);
});

test("operations show what moved for this account, also inside a contract call", async () => {
  const common = { createdAt: "2026-01-02T03:04:05.000Z" };
  expect(await horizon.operations(OURS, 20)).toEqual([
    {
      ...common,
      id: "3",
      type: "invoke_host_function",
      from: "CESCROW",
      to: OURS,
      amount: "118.4400000",
      asset: "USDC:GISSUER",
      hash: "h3",
      successful: true,
    },
    {
      ...common,
      id: "2",
      type: "payment",
      from: "GA",
      to: OURS,
      amount: "5.0000000",
      asset: "USDC:GISSUER",
      hash: "h2",
      successful: false,
    },
    {
      ...common,
      id: "1",
      type: "create_account",
      from: "GSPONSOR",
      to: OURS,
      amount: "3.0000000",
      asset: "XLM",
      hash: "h1",
      successful: true,
    },
  ]);
});
