import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type GatewayBench, gatewayBench } from "../../testing/gateway-bench.ts";

const ADDRESS = `G${"A".repeat(55)}`;
let horizon: Server;
let bench: GatewayBench;
let userId: string;
const asked: string[] = [];

beforeAll(async () => {
  horizon = createServer((request, response) => {
    asked.push(request.url ?? "");
    const payment = { id: "1", type: "payment", from: "GB", to: ADDRESS, amount: "5.0000000", asset_type: "native" };
    const record = {
      ...payment,
      created_at: "2026-01-02T03:04:05Z",
      transaction_hash: "h",
      transaction_successful: true,
    };
    const isList = request.url?.includes("/operations") === true;
    response.end(JSON.stringify(isList ? { _embedded: { records: [record] } } : { balances: [] }));
  });
  await new Promise<void>((resolve) => horizon.listen(0, "127.0.0.1", resolve));
  const { port } = horizon.address() as AddressInfo;
  bench = await gatewayBench("wallets", { workers: false, horizonUrl: `http://127.0.0.1:${port}` });
  userId = await bench.user();
  await bench.db.prisma.wallet.create({
    data: { id: "wal_x", userId, publicKey: ADDRESS, secretCiphertext: "sealed" },
  });
}, 60_000);
afterAll(async () => {
  await bench.close();
  horizon.close();
});

const get = (path: string) => bench.request("GET", `/users/${userId}/wallet${path}`);

test("a wallet tells its address and what the chain says, never its secret", async () => {
  const { body, text } = await get("");
  expect(body.data).toMatchObject({
    publicKey: ADDRESS,
    isActive: false,
    balance: { usdc: "0.0000000", xlm: "0.0000000" },
  });
  expect(text).not.toContain("sealed");
  expect((await get("/deposit")).body.data).toMatchObject({ method: "stellar_address", address: ADDRESS });
});

test("its transactions are those of the chain, as many as asked for", async () => {
  const { body } = await get("/transactions?limit=7");
  expect(body.data).toEqual([
    expect.objectContaining({ id: "1", type: "payment", to: ADDRESS, asset: "XLM", hash: "h" }),
  ]);
  expect(asked.at(-1)).toContain("limit=7");
  expect((await get("/transactions?limit=0")).status).toBe(400);
});

test("before it is made it is not there, which is not the user's absence", async () => {
  const newcomer = await bench.user();
  for (const path of ["", "/deposit", "/transactions"]) {
    const { status, body } = await bench.request("GET", `/users/${newcomer}/wallet${path}`);
    expect([status, body.error.code]).toEqual([404, "NOT_FOUND"]);
    expect((await bench.request("GET", `/users/nobody/wallet${path}`)).body.error.code).toBe("USER_NOT_FOUND");
  }
});
