import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { Operation } from "@stellar/stellar-sdk";
import { startSandbox } from "./start.ts";
import { clientOf } from "./stellar/testing/sandbox-client.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sandbox-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const dataPath = () => join(folder, "sandbox.jsonl");

async function spawnSandbox(ledgerMs: string): Promise<{ url: string; process: ChildProcess }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts")], {
    env: { ...process.env, NODE_OPTIONS: "", SANDBOX_PORT: "0", SANDBOX_LEDGER_MS: ledgerMs, SANDBOX_DATA: dataPath() },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return { url: `http://127.0.0.1:${JSON.parse(line).listening}`, process: child };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

test("killed and started again, nothing that was answered is lost", async () => {
  const first = await spawnSandbox("0");
  const client = clientOf(first.url);
  const [holder, sender] = [await client.holder("12.5"), await client.funded()];
  const { hash } = await client.submit(holder, [Operation.manageData({ name: "a", value: "1" })]);
  await client.control.post("/stellar/ledgers", { ledgerMs: "manual" });
  const pending = await client.build(sender, [Operation.manageData({ name: "b", value: "1" })]);
  pending.sign(sender);
  const sent = await client.node.sendTransaction(pending);
  expect(sent.status).toBe("PENDING");
  const latest = await client.node.getHealth();
  const { events } = await client.node.getEvents({ startLedger: 1, filters: [], limit: 10_000 });
  await kill(first.process);

  const second = await spawnSandbox("manual");
  const again = clientOf(second.url);
  expect(await again.usdcOf(holder.publicKey())).toBe("12.5000000");
  expect((await again.node.getTransaction(hash)).status).toBe("SUCCESS");
  expect((await again.node.getTransaction(sent.hash)).status).toBe("NOT_FOUND");
  expect((await again.node.sendTransaction(pending)).status).toBe("DUPLICATE");
  expect((await again.node.getHealth()).latestLedger).toBe(latest.latestLedger);
  const kept = await again.node.getEvents({ startLedger: 1, filters: [], limit: 10_000 });
  expect(kept.events.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
  await again.control.post("/stellar/close-ledger");
  const applied = await again.node.getTransaction(sent.hash);
  expect(applied.status).toBe("SUCCESS");
  await again.control.post("/clock", { advanceSeconds: 1000 });
  const { nowSeconds } = await again.control.get("");
  await kill(second.process);

  const third = await spawnSandbox("manual");
  expect((await clientOf(third.url).control.get("")).nowSeconds).toBeGreaterThanOrEqual(Number(nowSeconds));
  await kill(third.process);
});

test("a line that was half written is cut off, and the journal goes on", async () => {
  const before = await startSandbox({ ledgerMs: "manual", dataPath: dataPath() });
  before.world.ledger.close();
  await before.close();
  appendFileSync(dataPath(), '{"kind":"ledger","sequ');
  const after = await startSandbox({ ledgerMs: "manual", dataPath: dataPath() });
  expect(after.world.ledger.latest().sequence).toBe(2);
  after.world.ledger.close();
  await after.close();
  const last = await startSandbox({ ledgerMs: "manual", dataPath: dataPath() });
  expect(last.world.ledger.latest().sequence).toBe(3);
  await last.close();
});

test("reset goes back to genesis, also for the next start", async () => {
  const sandbox = await startSandbox({ ledgerMs: 0, dataPath: dataPath() });
  const client = clientOf(sandbox.url);
  const holder = await client.holder("1");
  await client.control.post("/reset");
  expect(sandbox.world.ledger.latest().sequence).toBe(1);
  expect(sandbox.world.ledger.account(holder.publicKey())).toBeNull();
  await client.holder("2");
  await sandbox.close();
  const again = await startSandbox({ ledgerMs: "manual", dataPath: dataPath() });
  expect(again.world.ledger.history.transactions()).toHaveLength(3);
  await again.close();
});
