import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { anOrder, type ChainScene, chainScene } from "../testing/chain-scene.ts";
import { type ChainStepBench, chainStepBench } from "../testing/chain-step-bench.ts";
import { anOutsider } from "../testing/outsider.ts";

let scene: ChainScene;
let bench: ChainStepBench;
let destination: string;
beforeAll(async () => {
  scene = await chainScene();
  bench = chainStepBench(scene);
  destination = (await anOutsider(scene)).address;
});
afterAll(() => scene.close());

async function prepared() {
  const { userId, address } = await scene.user("500.00");
  const step = await bench.withdrawal(userId, destination);
  return { step, address, txId: await bench.prepared(step) };
}

const paidBy = async (address: string) => {
  const { transactions } = await scene.control("GET", `/stellar/transactions?account=${address}`);
  return (transactions as { source: string; successful: boolean }[]).filter((one) => one.source === address);
};
const fault = (order: object) => scene.control("POST", "/faults", { party: "rpc", ...order });
const asked = async (party: string) =>
  ((await scene.control("GET", `/requests?party=${party}`)).requests as { rpcMethod?: string; path: string }[]).filter(
    ({ rpcMethod, path }) => rpcMethod === "sendTransaction" || path.includes("send-transaction"),
  ).length;

test("the same bytes sent often, and at once, pay once; no answer is an outcome", async () => {
  const { txId, address } = await prepared();
  const answers = [...(await Promise.all([1, 2, 3].map(() => bench.submit(txId)))), await bench.submit(txId, 2)];
  expect(answers.every((answer) => ["accepted", "duplicate", "refused"].includes(answer))).toBe(true);
  expect(await paidBy(address)).toEqual([expect.objectContaining({ successful: true })]);
  expect(await bench.outcomeOf(txId)).toBeNull();
});

test("a refusal by the node decides nothing", async () => {
  const { txId, address } = await prepared();
  await scene.control("POST", "/clock", { advanceSeconds: scene.settings.transactionSeconds + 1 });
  expect(await bench.submit(txId)).toBe("refused"); // too late
  expect(await paidBy(address)).toEqual([]);
  expect(await bench.outcomeOf(txId)).toBeNull();
});

describe("no clear answer is told as such, and sending again is safe:", () => {
  test.each([
    ["a connection that dies before", { kind: "refuse" }],
    ["a connection that dies after", { kind: "lost" }],
    ["an error before", { kind: "status", status: 500 }],
    ["an error after", { kind: "status-after", status: 504 }],
    ["too many requests", { kind: "status", status: 429 }],
  ])("%s", async (_what, kind) => {
    const { txId, address } = await prepared();
    await fault({ match: { rpcMethod: "sendTransaction" }, ...kind });
    await expect(bench.submit(txId)).rejects.toMatchObject({ problem: "CHAIN_UNREACHABLE" });
    expect(await bench.outcomeOf(txId)).toBeNull();
    await bench.submit(txId, 2);
    expect(await paidBy(address)).toHaveLength(1);
  });
});

test("what is settled is not sent any more", async () => {
  const { txId } = await prepared();
  await bench.submit(txId);
  await bench.confirm(txId);
  const before = await asked("rpc");
  expect(await bench.submit(txId)).toBe("settled");
  expect(await asked("rpc")).toBe(before);
});

test("the provider that built it hears of it first, and every later try goes straight to the network", async () => {
  const [buyer, seller] = [await scene.user(), await scene.user()];
  const txId = await bench.prepared(await bench.deployment(anOrder(buyer.userId, seller.userId)));
  const before = { rpc: await asked("rpc"), provider: await asked("trustless-work") };
  await bench.submit(txId, 1);
  expect({ rpc: await asked("rpc"), provider: await asked("trustless-work") }).toEqual({
    rpc: before.rpc,
    provider: before.provider + 1,
  });
  await bench.submit(txId, 2);
  expect({ rpc: await asked("rpc"), provider: await asked("trustless-work") }).toEqual({
    rpc: before.rpc + 1,
    provider: before.provider + 1,
  });
});

test("a transaction that nobody stored is never sent", async () => {
  const before = await asked("rpc");
  await expect(bench.submit("ctx_nobody")).rejects.toMatchObject({ problem: "ATTEMPT_FORGOTTEN" });
  expect(await asked("rpc")).toBe(before);
});
