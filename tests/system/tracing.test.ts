import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Client, Connection } from "@temporalio/client";
import { DefaultLogger, Runtime, Worker } from "@temporalio/worker";
import { workflowBundle } from "../../worker/build-bundle.ts";
import { saidInHistories } from "../support/everything-said.ts";
import type { Trade } from "../support/marketplace.ts";
import { leaks, secretSettings, walletSecrets } from "../support/secrets-in-use.ts";
import { openTraceReceiver, type ReceivedSpan, type TraceReceiver } from "../support/trace-receiver.ts";
import { until } from "../support/until.ts";
import { type TestWorld, testWorld } from "../support/world.ts";

// One order whose escrow is made while tracing is off, and funded while it is on.

const TRACE_ID = randomBytes(16).toString("hex");
const REPEATS_TRACE_ID = randomBytes(16).toString("hex");
const CALLERS_SPAN = randomBytes(8).toString("hex");
const EMAIL = "somebody@example.com";
const COLLECTORS_KEY = "key-of-the-collector";

/** Every process writes down which modules it has loaded by now. */
const TELL_MODULES = `data:text/javascript,${encodeURIComponent(`
  import module from "node:module";
  import { writeFileSync } from "node:fs";
  const { MODULES_TO } = process.env;
  const process_ = process.argv[1]?.split("/").at(-2);
  const tell = () => writeFileSync(MODULES_TO + process_, Object.keys(module._cache).join("\\n"));
  if (MODULES_TO && process.argv[1]?.endsWith("main.ts")) setInterval(tell, 200).unref();
`)}`;
const modulesFolder = mkdtempSync(join(tmpdir(), "orchestrator-modules-"));
const modulesTo = (phase: string) => ({ MODULES_TO: join(modulesFolder, `${phase}-`) });

let world: TestWorld;
let receiver: TraceReceiver;
let trade: Trade;
let sentWhileOff: number;

beforeAll(async () => {
  receiver = await openTraceReceiver();
  const collector = {
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    OTEL_EXPORTER_OTLP_HEADERS: `authorization=${COLLECTORS_KEY}`,
  };
  const settings = { ...collector, NODE_OPTIONS: `--import=${TELL_MODULES}`, ...modulesTo("off") };
  world = await testWorld({ settings: { ...settings, OTEL_SDK_DISABLED: "true" } });
  const { market, stack } = world;
  const [buyer, seller] = await market.people(2, "50.00");
  if (!buyer || !seller) throw new Error("two people were asked for");
  trade = await market.order(buyer, seller, "20.00", "escrow/fund");
  sentWhileOff = receiver.bodies.length;
  const on = { OTEL_SDK_DISABLED: "false", OTEL_BSP_SCHEDULE_DELAY: "50", ...modulesTo("on") };
  await stack.kill("worker", "SIGKILL"); // its grace would be five seconds of waiting
  await Promise.all([stack.restart("worker", on), stack.restart("gateway", on)]);
  await whatIsTraced();
  await stack.kill("gateway", "SIGTERM"); // sends what it still has
  await until("the last activity is told", async () => receiver.spans.filter(isConfirmed).length === 2);
}, 120_000);

afterAll(async () => {
  await world?.stop();
  receiver?.close();
  rmSync(modulesFolder, { recursive: true, force: true });
}, 30_000);

/** A command to the running order and its repeat, each in a trace of the marketplace's own; then a user, which starts a workflow. */
async function whatIsTraced(): Promise<void> {
  const { insist, api, sandbox } = world.market;
  const fund = (traceId: string) => {
    const traceparent = `00-${traceId}-${CALLERS_SPAN}-01`;
    return insist(
      `/orders/${trade.orderId}/escrow/fund`,
      {},
      { traceparent, tracestate: `us=${EMAIL}`, baggage: EMAIL },
    );
  };
  const isTaken = (trace: string) =>
    receiver.spans.some(({ name, traceId }) => name === "temporal update fundEscrow" && traceId === trace);
  await sandbox.ledgersEvery("manual");
  const first = fund(TRACE_ID);
  await until("the command is taken", async () => isTaken(TRACE_ID));
  const repeat = fund(REPEATS_TRACE_ID);
  await until("its repeat is taken", async () => isTaken(REPEATS_TRACE_ID));
  await sandbox.ledgersEvery(100);
  await Promise.all([first, repeat]);
  await api.get(`/users?note=${EMAIL}`);
  const { data } = await insist("/users", { externalUserId: randomUUID(), email: EMAIL });
  await until("the wallet is active", async () => (await api.get(`/users/${data.id}/wallet`)).data.isActive);
}

const isConfirmed = ({ name }: ReceivedSpan) => name === "stellarConfirmTx";

const named = (name: string, trace = TRACE_ID): ReceivedSpan => {
  const found = receiver.spans.find((span) => span.name === name && span.traceId === trace);
  if (!found) throw new Error(`no ${name} among:\n${receiver.spans.map((span) => span.name).join("\n")}`);
  return found;
};

describe("while it is on, the trace of the marketplace's own request goes on", () => {
  test("from the request to its workflow, to the activities, to the hash of the transaction", async () => {
    const request = named("POST /orders/{id}/escrow/fund");
    const command = named("temporal update fundEscrow");
    const inWorkflow = named("order fundEscrow");
    expect(request).toMatchObject({ service: "offerhub-gateway", parentSpanId: CALLERS_SPAN });
    expect(request.attributes).toMatchObject({ "http.request.method": "POST", "http.response.status_code": 201 });
    expect(command.parentSpanId).toBe(request.spanId);
    expect(inWorkflow).toMatchObject({ service: "offerhub-worker", parentSpanId: command.spanId });
    const stepKey = `order/${trade.orderId}#fund`;
    const sql = "SELECT hash FROM chain_transaction WHERE step_key = $1";
    const { rows } = await world.db.sql.query<{ hash: string }>(sql, [stepKey]);
    const transaction = { "orchestrator.step.key": stepKey, "stellar.transaction.hash": rows[0]?.hash };
    for (const [name, outcome] of [
      ["stellarPrepareTx", "prepared"],
      ["stellarSubmitTx", "accepted"],
      ["stellarConfirmTx", "succeeded"],
    ] as const) {
      const activity = named(name);
      expect(activity.parentSpanId).toBe(inWorkflow.spanId);
      expect(activity.attributes).toMatchObject({ ...transaction, "orchestrator.outcome": outcome });
    }
  });

  test("to the providers, told by host and path template", () => {
    const path = "/trustless-work/escrow/single-release/fund-escrow";
    const call = receiver.spans.find(({ attributes }) => attributes["url.template"] === path);
    expect(call).toMatchObject({ traceId: TRACE_ID, parentSpanId: named("stellarPrepareTx").spanId });
    expect(call?.attributes).toMatchObject({ "server.address": "127.0.0.1", "http.response.status_code": 201 });
  });
});

test("a repeat that met the command under way links to where its work is told", () => {
  const { traceId, spanId } = named("order fundEscrow");
  expect(named("order fundEscrow", REPEATS_TRACE_ID).links).toMatchObject([{ traceId, spanId }]);
});

test("a request without a trace begins one, also where it starts a workflow", () => {
  const [confirmed] = receiver.spans.filter(({ traceId }) => traceId !== TRACE_ID).filter(isConfirmed);
  const byId = new Map(receiver.spans.map((span) => [span.spanId, span]));
  const way: string[] = [];
  for (let span = confirmed; span; span = byId.get(span.parentSpanId ?? "")) way.unshift(span.name);
  const start = "temporal start activateWallet, update created";
  expect(way).toEqual(["POST /users", start, "activateWallet start", "stellarConfirmTx"]);
});

test("no span names a secret, or anything of a person", async () => {
  const said = receiver.bodies.map((text) => ({ where: "a span", text }));
  const ofWallets = await walletSecrets(world.stack, world.db);
  const others = [EMAIL, COLLECTORS_KEY, "Bearer"].map((text) => ({ name: text, text }));
  expect(receiver.headers[0]?.authorization).toBe(COLLECTORS_KEY);
  expect(leaks(said, [...secretSettings(world.stack), ...ofWallets, ...others])).toEqual([]);
});

describe("while it is off", () => {
  test("nothing is sent, and no module of the SDK is loaded", () => {
    expect(sentWhileOff).toBe(0);
    const sdk = /@opentelemetry\/(?!api\/)/; // prom-client brings the API, which does nothing by itself
    const loadedBy = (name: string) => readFileSync(join(modulesFolder, name), "utf8");
    expect(readdirSync(modulesFolder).sort()).toEqual([
      "off-gateway",
      "off-sandbox",
      "off-worker",
      "on-gateway",
      "on-worker",
    ]);
    for (const name of ["gateway", "worker"]) {
      expect(loadedBy(`off-${name}`)).not.toMatch(sdk);
      expect(loadedBy(`on-${name}`)).toMatch(sdk);
    }
  });

  test("histories hold nothing of it: of the order's commands, only the traced ones brought their traces", async () => {
    const [history] = (await saidInHistories(world.stack)).filter(({ where }) => where.endsWith(trade.orderId));
    const traces = [...(history?.text ?? "").matchAll(/"traceparent":"00-(\w+)/g)].map(([, traceId]) => traceId);
    expect(new Set(traces)).toEqual(new Set([TRACE_ID, REPEATS_TRACE_ID]));
    expect(history?.text).not.toContain(EMAIL); // what came beside the trace is not taken along
  });
});

test.each([false, true])("a payment goes on, whichever of its workers trace (traced: %s)", async (traced) => {
  Runtime.install({ logger: new DefaultLogger("ERROR"), shutdownSignals: [] });
  const { temporalAddress, temporalNamespace } = world.stack.urls;
  const connection = await Connection.connect({ address: temporalAddress });
  const { workflow } = new Client({ connection, namespace: temporalNamespace });
  const history = await workflow.getHandle(`order/${trade.orderId}`).fetchHistory();
  await connection.close();
  const sinks = { tracing: { ended: { fn: () => {} } } };
  await Worker.runReplayHistory({ workflowBundle: await workflowBundle({ traced }), sinks }, history);
});
