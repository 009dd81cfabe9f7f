import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Answer, type CliBench, cliBench, failure, list } from "./testing.ts";

// What each command asks of the API, what it prints and how it ends.

let bench: CliBench;
beforeAll(async () => {
  bench = await cliBench();
});
afterAll(() => bench.close());

const run = (routes: Readonly<Record<string, Answer>>, ...args: string[]) => {
  bench.answer(routes);
  return bench.run(args);
};
const asked = () => bench.seen().map(({ route, body }) => [route, body]);

const ORDER = {
  id: "ord_1",
  title: "A logo",
  status: "IN_PROGRESS",
  outcome: null,
  amount: "120.00",
  currency: "USD",
  buyerId: "usr_b",
  sellerId: "usr_s",
  escrow: { status: "FUNDED", contractId: "CABC", txHash: "ff00" },
  dispute: null,
  milestones: [{ milestoneRef: "draft", status: "OPEN", amount: "60.00", title: "Draft" }],
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-02T00:00:00.000Z",
};
const PROGRESS = {
  workflowId: "order/ord_1",
  waitingFor: "operator",
  since: "2026-01-02",
  step: "fund",
  parkedReason: "PROVIDER_REFUSED",
  lastError: "no",
  nextAttemptAt: null,
};
const DISPUTE = {
  id: "dsp_1",
  orderId: "ord_1",
  order: ORDER,
  status: "UNDER_REVIEW",
  openedBy: "BUYER",
  reason: "QUALITY_ISSUE",
  assignedTo: "mia",
  notes: null,
  evidence: ["https://example.com/photo"],
  comments: [{ createdAt: "2026-01-03", author: "mia", comment: "both were asked" }],
  resolutionDecision: null,
  createdAt: "2026-01-02",
  resolvedAt: null,
};
const PREVIEW = {
  decision: "SPLIT",
  heldAmount: "120.0000000",
  seller: { grossAmount: "80.0000000", netAmount: "79.0000000" },
  buyer: { grossAmount: "40.0000000", netAmount: "39.0000000" },
  fees: { trustlessWork: "0.3600000", platform: "1.2000000" },
  remainingAmount: "0.0000000",
  transactions: [{ step: "resolve", signedBy: "resolver" }],
};

describe("keys", () => {
  test("create sends scopes, user and name, and shows the key once, apart from all else", async () => {
    const made = { id: "key_1", name: "shop", key: "ohk_live_key_x", scopes: ["read", "write"], userId: "usr_1" };
    const args = ["keys", "create", "-s", "read, write", "-u", "usr_1", "-n", "shop"];
    const { exitCode, stdout, stderr } = await run({ "POST /auth/api-keys": made }, ...args);
    expect(asked()).toEqual([["POST /auth/api-keys", { scopes: ["read", "write"], userId: "usr_1", name: "shop" }]]);
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/^key {5}ohk_live_key_x$/m)]);
    expect(stderr).toContain("nobody can show it again");
  });

  test("create is api-keys:create too", async () => {
    const made = { id: "key_1", name: "shop", key: "ohk_live_key_x", scopes: ["read"], userId: null };
    await run({ "POST /auth/api-keys": made }, "api-keys:create", "--name", "shop", "--scopes", "read");
    expect(asked()).toEqual([["POST /auth/api-keys", { scopes: ["read"], name: "shop" }]]);
  });

  test("token sends how long, when told", async () => {
    const token = { token: "ohk_tok_x", expiresAt: "2026-01-01" };
    const { stdout } = await run({ "POST /auth/api-keys/key_1/token": token }, "keys", "token", "key_1", "-t", "60");
    expect(asked()).toEqual([["POST /auth/api-keys/key_1/token", { ttl: 60 }]]);
    expect(stdout).toContain("ohk_tok_x");
    await run({ "POST /auth/api-keys/key_1/token": token }, "keys", "token", "key_1");
    expect(asked()).toEqual([["POST /auth/api-keys/key_1/token", {}]]);
  });
});

describe("maintenance", () => {
  const on = { enabled: true, message: "back at noon", enabledAt: "2026-01-01", enabledBy: "master" };
  const off = { enabled: false, message: null, enabledAt: null, enabledBy: null };
  test.each([
    [
      ["enable", "-m", "back at noon", "-y"],
      "POST /admin/maintenance/enable",
      { message: "back at noon" },
      on,
      /is on/,
    ],
    [["enable", "-y"], "POST /admin/maintenance/enable", {}, on, /back at noon/],
    [["disable", "-y"], "POST /admin/maintenance/disable", null, off, /is off/],
    [["status"], "GET /admin/maintenance/status", null, off, /is off/],
  ] as const)("%j", async (args, route, body, state, said) => {
    const { exitCode, stdout } = await run({ [route]: state }, "maintenance", ...args);
    expect([exitCode, asked()]).toEqual([0, [[route, body]]]);
    expect(stdout).toMatch(said);
  });
});

describe("topups", () => {
  const topUp = {
    id: "topup_1",
    userId: "usr_b",
    amount: "30.00",
    currency: "USD",
    status: "TOPUP_AWAITING_USER_CONFIRMATION",
    confirmationUri: "https://app.airtm.com/payin/1",
    expiresAt: "2026-01-16T00:00:00.000Z",
    paidAmount: null,
    fee: null,
  };

  test("list passes its filters on", async () => {
    const { stdout } = await run({ "GET /topups": list([topUp]) }, "topups", "list", "-u", "usr_b", "-s", topUp.status);
    expect(bench.seen()[0]?.query).toMatchObject({ userId: "usr_b", status: topUp.status });
    expect(stdout).toMatch(/topup_1\s+TOPUP_AWAITING_USER_CONFIRMATION\s+30.00 USD\s+usr_b/);
  });

  test("show tells where the user confirms, until when, and what it waits for", async () => {
    const progress = { ...PROGRESS, waitingFor: "provider", parkedReason: null };
    const routes = { "GET /topups/topup_1": topUp, "GET /topups/topup_1/progress": progress };
    const { stdout } = await run(routes, "topups", "show", "topup_1");
    expect(stdout).toMatch(/to be confirmed at\s+https:\/\/app.airtm.com\/payin\/1/);
    expect(stdout).toMatch(/until\s+2026-01-16/);
    expect(stdout).toMatch(/waits for\s+provider/);
    expect(JSON.parse((await run(routes, "topups", "show", "topup_1", "--json")).stdout)).toEqual({
      ...topUp,
      progress,
    });
  });
});

describe("orders", () => {
  test("show tells where the order is, and what it waits for", async () => {
    const routes = { "GET /orders/ord_1": ORDER, "GET /orders/ord_1/progress": PROGRESS };
    const { stdout } = await run(routes, "orders", "show", "ord_1");
    expect(stdout).toMatch(/status\s+IN_PROGRESS/);
    expect(stdout).toMatch(/parked\s+PROVIDER_REFUSED/);
    expect(stdout).toMatch(/draft\s+OPEN\s+60.00\s+Draft/);
    expect(JSON.parse((await run(routes, "orders", "show", "ord_1", "--json")).stdout)).toEqual({
      ...ORDER,
      progress: PROGRESS,
    });
  });

  test("list passes its filters on", async () => {
    const { stdout } = await run(
      { "GET /orders": list([ORDER]) },
      "orders",
      "list",
      "-s",
      "CLOSED",
      "--buyer",
      "usr_b",
    );
    expect(bench.seen()[0]?.query).toEqual({ limit: "51", status: "CLOSED", buyer_id: "usr_b" });
    expect(stdout).toMatch(/ord_1\s+IN_PROGRESS\s+–\s+120.00 USD\s+A logo/);
  });
});

const PARKED = {
  workflowId: "order/ord_1",
  subject: { kind: "order", id: "ord_1" },
  state: "ESCROW_FUNDING",
  step: "fund",
  parkedReason: "PROVIDER_REFUSED",
  ageSeconds: 3_700,
  nextAttemptAt: null,
  whoMustAct: "operator",
};
const EXPLANATION = {
  subject: PARKED.subject,
  state: "ESCROW_FUNDING",
  waitingFor: "operator",
  since: "t1",
  whoMustAct: "operator",
  why: "It is parked while moving the money into the contract.",
  step: "fund",
  parkedReason: "PROVIDER_REFUSED" as string | null,
  lastError: { plain: "They said no.", raw: "400", code: null },
  nextAttemptAt: null,
  deadline: null,
  ignoredDecision: null,
  evidence: { transactions: [{ hash: "ff00", step: "fund", outcome: null, meaning: "It may still apply." }] },
  safeActions: [
    { action: "retry", how: { rest: "POST /operations/…" }, whatItWouldDo: "Looks first.", needs: "support" },
  ],
  links: { runbook: "https://x/docs/runbooks/PROVIDER_REFUSED", webUi: null },
};

describe("what is stuck", () => {
  test("orders list --stuck and ops parked say why, and for how long", async () => {
    const routes = { "GET /operations/parked": list([PARKED]) };
    const { stdout } = await run(routes, "orders", "list", "--stuck");
    expect(bench.seen()[0]?.query).toEqual({ limit: "51", kind: "order" });
    expect(stdout).toMatch(/order\/ord_1\s+ESCROW_FUNDING\s+fund\s+PROVIDER_REFUSED\s+1 h 1 min\s+–\s+operator/);
    await run(routes, "ops", "parked", "--needs-operator", "-k", "withdrawal");
    expect(bench.seen()[0]?.query).toEqual({ limit: "51", kind: "withdrawal", needsOperator: "true" });
    expect((await run({ "GET /operations/parked": list([]) }, "ops", "parked")).stdout).toBe("nothing is parked\n");
  });

  test("explain ends with 1 when it is parked, 0 when it moves, 2 for no such id, 3 when nobody can tell", async () => {
    const parked = await run({ "GET /orders/ord_1/explain": EXPLANATION }, "orders", "explain", "ord_1");
    expect([parked.exitCode, parked.stdout]).toEqual([1, expect.stringMatching(/^It is parked while moving/)]);
    expect(parked.stdout).toMatch(/ff00\s+fund\s+not known yet[\s\S]*retry: Looks first. \(support\)/);
    const moving = { "GET /orders/ord_1/explain": { ...EXPLANATION, parkedReason: null } };
    expect((await run(moving, "orders", "explain", "ord_1")).exitCode).toBe(0);
    const missing = { "GET /orders/ord_1/explain": failure(404, "ORDER_NOT_FOUND") };
    expect((await run(missing, "orders", "explain", "ord_1")).exitCode).toBe(2);
    const broken = { "GET /orders/ord_1/explain": failure(403, "INSUFFICIENT_SCOPE") };
    expect((await run(broken, "orders", "explain", "ord_1")).exitCode).toBe(3);
  });

  test.each([
    ["ord_1", "GET /orders/ord_1/explain"],
    ["topup_1", "GET /topups/topup_1/explain"],
    ["wd_1", "GET /withdrawals/wd_1/explain"],
    ["dsp_1", "GET /disputes/dsp_1/explain"],
    ["usr_1", "GET /users/usr_1/wallet/explain"],
  ])("explain %s asks %s", async (id, route) => {
    expect((await run({ [route]: EXPLANATION }, "explain", id)).exitCode).toBe(1);
    expect(asked()).toEqual([[route, null]]);
  });

  test("explain of what is no id ends with 2 and asks nothing", async () => {
    expect((await run({}, "explain", "order-1")).exitCode).toBe(2);
    expect(asked()).toEqual([]);
  });

  test("ops decide sends the decision once, and does not wait for the payment's end", async () => {
    const told = { workflowId: "order/ord_1", decisionId: "d1", action: "retry", parkedReason: "PROVIDER_REFUSED" };
    const route = "POST /operations/order/ord_1/decision";
    const accepted: Answer = () => ({ status: 202, body: { data: told } });
    const args = ["ops", "decide", "order/ord_1", "-a", "retry", "-r", "they are back"];
    const { exitCode, stdout } = await run({ [route]: accepted }, ...args, "-y");
    expect([exitCode, asked()]).toEqual([0, [[route, { action: "retry", reason: "they are back" }]]]);
    expect(stdout).toContain("told to order/ord_1: retry, about PROVIDER_REFUSED");
    expect((await run({ [route]: accepted }, ...args)).exitCode).toBe(1);
    expect(asked()).toEqual([]);
  });

  test.each([
    ["markSettled", []],
    ["abandon", ["--tx-hash", "ff"]],
  ])("ops decide refuses %s with the wrong evidence, and asks nothing", async (action, args) => {
    const { exitCode } = await run({}, "ops", "decide", "order/ord_1", "-a", action, "-r", "x", "-y", ...args);
    expect([exitCode, asked()]).toEqual([1, []]);
  });
});

describe("disputes", () => {
  const RESOLVE = { "POST /disputes/dsp_1/preview": PREVIEW, "POST /disputes/dsp_1/resolve": DISPUTE };
  const split = ["-d", "SPLIT", "--seller", "80.00", "--buyer", "40.00"];
  const ruling = { decision: "SPLIT", releaseAmount: "80.00", refundAmount: "40.00" };

  test("resolve shows what it would pay and does nothing when it is refused", async () => {
    bench.answer(RESOLVE);
    const { exitCode, stderr } = await bench.run(["disputes", "resolve", "dsp_1", ...split], {
      ask: async () => false,
    });
    expect(asked()).toEqual([["POST /disputes/dsp_1/preview", ruling]]);
    expect([exitCode, stderr]).toEqual([1, expect.stringMatching(/seller gets\s+79.0000000 \(of 80.0000000\)/)]);
  });

  test("resolve decides with -y, and with a yes", async () => {
    await run(RESOLVE, "disputes", "resolve", "dsp_1", ...split, "-n", "fair", "-y");
    expect(asked()).toEqual([["POST /disputes/dsp_1/resolve", { ...ruling, note: "fair" }]]);
    bench.answer(RESOLVE);
    await bench.run(["disputes", "resolve", "dsp_1", "-d", "FULL_REFUND"], { ask: async () => true });
    expect(asked().at(-1)).toEqual(["POST /disputes/dsp_1/resolve", { decision: "FULL_REFUND" }]);
  });

  test.each([
    [["-d", "SPLIT", "--seller", "80.00"], "a SPLIT needs --seller and --buyer"],
    [["-d", "FULL_RELEASE", "--buyer", "1.00"], "belong to a SPLIT only"],
    [["-d", "HALF"], "Allowed choices"],
    [[], "required option"],
  ])("resolve refuses %j before it asks for anything", async (args, reason) => {
    const { exitCode, stderr } = await run(RESOLVE, "disputes", "resolve", "dsp_1", "-y", ...args);
    expect([exitCode, asked()]).toEqual([1, []]);
    expect(stderr).toContain(reason);
  });

  test("show tells evidence and comments; assign and comment send what they are told", async () => {
    const { stdout } = await run({ "GET /disputes/dsp_1": DISPUTE }, "disputes", "show", "dsp_1");
    expect(stdout).toMatch(/https:\/\/example.com\/photo[\s\S]*mia: both were asked/);
    await run({ "POST /disputes/dsp_1/assign": DISPUTE }, "disputes", "assign", "dsp_1", "mia", "-n", "urgent");
    expect(asked()).toEqual([["POST /disputes/dsp_1/assign", { assignedTo: "mia", notes: "urgent" }]]);
    const said = { author: "mia", createdAt: "2026-01-03" };
    await run({ "POST /disputes/dsp_1/comment": said }, "disputes", "comment", "dsp_1", "both were asked");
    expect(asked()).toEqual([["POST /disputes/dsp_1/comment", { comment: "both were asked" }]]);
  });

  test("list passes its filters on; preview changes nothing", async () => {
    const { stdout } = await run({ "GET /disputes": list([DISPUTE]) }, "disputes", "list", "-s", "UNDER_REVIEW");
    expect(bench.seen()[0]?.query).toEqual({ limit: "51", status: "UNDER_REVIEW" });
    expect(stdout).toMatch(/dsp_1\s+UNDER_REVIEW\s+ord_1\s+120.00 USD\s+BUYER/);
    const preview = await run(RESOLVE, "disputes", "preview", "dsp_1", ...split);
    expect(asked()).toEqual([["POST /disputes/dsp_1/preview", ruling]]);
    expect(preview.stdout).toMatch(/stays in contract\s+0.0000000/);
  });
});

describe("ledger check", () => {
  const book = { checked: 3, differing: 0, inMotion: 0, credited: null, failure: null };
  const lastRun = { id: "r", startedAt: "t1", finishedAt: "t2", ledger: book, wallets: book, escrows: book };
  const difference = {
    id: "d1",
    kind: "WALLET",
    subject: "usr_1",
    cause: "unknown",
    expected: "1.0000000",
    found: "1.0000001",
    firstSeenAt: "t1",
  };
  const broken = { ...lastRun, wallets: { ...book, checked: null, failure: "Horizon is away" } };
  test.each([
    ["ends with 0 when the books agree", { lastRun, openCount: 0, differences: [] }, 0, "no difference is open"],
    ["ends with 1 on a stroop", { lastRun, openCount: 1, differences: [difference] }, 1, "1.0000001"],
    [
      "ends with 1 when a book was not compared",
      { lastRun: broken, openCount: 0, differences: [] },
      1,
      "Horizon is away",
    ],
    [
      "ends with 1 when the account at Airtm was not compared",
      {
        lastRun: { ...lastRun, fiat: { ...book, failure: "Airtm answered 401" } },
        openCount: 0,
        differences: [],
      },
      1,
      "Airtm answered 401",
    ],
    ["ends with 1 when nothing was", { lastRun: null, openCount: 0, differences: [] }, 1, "nothing was compared"],
  ])("%s", async (_name, found, code, said) => {
    const now = await run({ "POST /admin/reconciliation/run": found }, "ledger", "check");
    const before = await run({ "GET /admin/reconciliation": found }, "ledger", "check", "--last");
    expect([now.exitCode, before.exitCode]).toEqual([code, code]);
    expect(now.stdout).toContain(said);
  });
});

describe("users", () => {
  test.each([
    ["suspend", "SUSPENDED"],
    ["reinstate", "ACTIVE"],
  ])("%s sends why, and says how the user stands", async (command, status) => {
    const path = `POST /users/usr_1/${command}`;
    const { exitCode, stdout } = await run({ [path]: { id: "usr_1", status } }, "users", command, "usr_1", "why", "-y");
    expect([exitCode, asked()]).toEqual([0, [[path, { reason: "why" }]]]);
    expect(stdout).toContain(`usr_1 is ${status}.`);
  });
});

describe("freeze and unfreeze", () => {
  const frozen = {
    frozen: true,
    reason: "theft",
    frozenBy: "key_1",
    frozenAt: "t1",
    unfreezing: null,
    message: "frozen",
  };
  test("freeze sends why", async () => {
    const { exitCode, stdout } = await run({ "POST /admin/freeze": frozen }, "freeze", "theft", "-y");
    expect([exitCode, asked()]).toEqual([0, [["POST /admin/freeze", { reason: "theft" }]]]);
    expect(stdout).toMatch(/reason\s+theft/);
  });

  test("unfreeze ends with 2 until a second key agreed, then with 0", async () => {
    const waiting = { ...frozen, unfreezing: { askedBy: "key_1", askedAt: "t2", reason: null } };
    expect((await run({ "POST /admin/unfreeze": waiting }, "unfreeze", "-y")).exitCode).toBe(2);
    expect((await run({ "POST /admin/unfreeze": { ...frozen, frozen: false } }, "unfreeze", "-y")).exitCode).toBe(0);
    const refused = { "POST /admin/unfreeze": failure(403, "SECOND_KEY_REQUIRED") };
    expect((await run(refused, "unfreeze", "-y")).exitCode).toBe(1);
  });
});

describe("fence", () => {
  const fence = {
    holder: "blue",
    epoch: 3,
    takenBy: "key_1",
    takenAt: "t1",
    reason: "moved",
    thisDeployment: "green",
    holds: false,
  };
  const taken = { ...fence, holder: "green", epoch: 4, holds: true };

  test("status ends with 2 where another deployment signs", async () => {
    const { exitCode, stdout } = await run({ "GET /admin/fence": fence }, "fence", "status");
    expect(exitCode).toBe(2);
    expect(stdout).toContain("green does not sign: blue does.");
    expect((await run({ "GET /admin/fence": taken }, "fence", "status")).exitCode).toBe(0);
  });

  test("take names the other one before it asks, and nothing is taken without a yes", async () => {
    const routes = { "GET /admin/fence": fence, "POST /admin/fence/take": taken };
    const unasked = await run(routes, "fence", "take", "restored");
    expect([unasked.exitCode, asked()]).toEqual([1, [["GET /admin/fence", null]]]);
    const { exitCode, stdout } = await run(routes, "fence", "take", "restored", "-y");
    expect([exitCode, asked().at(-1)]).toEqual([0, ["POST /admin/fence/take", { reason: "restored" }]]);
    expect(stdout).toContain("green signs.");
  });
});

test("treasury book asks, and says what is the operator's own afterwards", async () => {
  const routes = {
    "POST /admin/treasury/movements": { rail: "airtm", direction: "in", amount: "5.00", ownAmount: "9.00" },
  };
  expect((await run(routes, "treasury", "book", "in", "5.00", "bank")).exitCode).toBe(1);
  expect((await run(routes, "treasury", "book", "sideways", "5.00", "bank", "-y")).exitCode).toBe(1);
  expect(asked()).toEqual([]);
  const { exitCode, stdout } = await run(routes, "treasury", "book", "in", "5.00", "bank", "-y");
  expect([exitCode, asked()]).toEqual([
    0,
    [["POST /admin/treasury/movements", { direction: "in", amount: "5.00", reason: "bank" }]],
  ]);
  expect(stdout).toContain("9.00");
});

describe("payouts", () => {
  const PAYOUT = {
    id: "ppo_1",
    status: "PLATFORM_PAYOUT_REQUESTED",
    source: "platform/fee-receiver",
    asset: "USDC",
    amount: "25.00",
    destination: "GDESTINATION",
    memo: "7",
    memoType: "id",
    reason: "fees of November",
    requestedBy: "key_ann",
    approvedBy: null,
    transactionHash: null,
    failureReason: null,
    createdAt: "t1",
    updatedAt: "t2",
  };
  const terms = ["platform/fee-receiver", "25.00", "USDC", "GDESTINATION", "fees of November"];

  test("request asks before it asks, sends the memo with its type, and says who must act", async () => {
    const routes = { "POST /admin/payouts": PAYOUT };
    expect((await run(routes, "payouts", "request", ...terms)).exitCode).toBe(1);
    expect((await run(routes, "payouts", "request", "platform/sponsor", "1.00", "EURC", "G", "r", "-y")).exitCode).toBe(
      1,
    );
    expect(asked()).toEqual([]);
    const memo = ["--memo", "7", "--memo-type", "id"];
    const { exitCode, stdout } = await run(routes, "payouts", "request", ...terms, ...memo, "-y");
    const { source, amount, asset, destination, reason } = PAYOUT;
    const body = { source, amount, asset, destination, reason, memo: "7", memoType: "id" };
    expect([exitCode, asked()]).toEqual([0, [["POST /admin/payouts", body]]]);
    expect(stdout).toContain("offerhub payouts approve ppo_1");
  });

  test("approve shows what it sends before it does, and ends with 1 when it was not sent", async () => {
    const routes = (status: string, failureReason: string | null) => ({
      "GET /admin/payouts/ppo_1": PAYOUT,
      "POST /admin/payouts/ppo_1/approve": { ...PAYOUT, status, failureReason },
    });
    const paid = routes("PLATFORM_PAYOUT_COMPLETED", null);
    expect((await run(paid, "payouts", "approve", "ppo_1")).exitCode).toBe(1);
    expect(asked()).toEqual([["GET /admin/payouts/ppo_1", null]]);
    const sent = await run(paid, "payouts", "approve", "ppo_1", "-y");
    expect([sent.exitCode, sent.stderr]).toEqual([0, expect.stringContaining("fees of November")]);
    const refused = await run(routes("PLATFORM_PAYOUT_FAILED", "no such account"), "payouts", "approve", "ppo_1", "-y");
    expect([refused.exitCode, refused.stdout]).toEqual([1, expect.stringContaining("no such account")]);
  });

  test("cancel and list", async () => {
    await run({ "POST /admin/payouts/ppo_1/cancel": PAYOUT }, "payouts", "cancel", "ppo_1", "a mistake");
    expect(asked()).toEqual([["POST /admin/payouts/ppo_1/cancel", { reason: "a mistake" }]]);
    const { stdout } = await run(
      { "GET /admin/payouts": list([PAYOUT]) },
      "payouts",
      "list",
      "--source",
      "platform/sponsor",
    );
    expect(stdout).toContain("ppo_1");
  });
});

test("ledger write-off asks, and says what the account holds afterwards", async () => {
  const routes = { "POST /admin/write-offs": { account: "suspense/unexplained", amount: "5.00", balance: "2.00" } };
  const written = ["ledger", "write-off", "suspense/unexplained", "5.00", "nobody's"];
  expect((await run(routes, ...written)).exitCode).toBe(1);
  expect(asked()).toEqual([]);
  const { exitCode, stdout } = await run(routes, ...written, "-y");
  const body = { account: "suspense/unexplained", amount: "5.00", reason: "nobody's" };
  expect([exitCode, asked()]).toEqual([0, [["POST /admin/write-offs", body]]]);
  expect(stdout).toContain("2.00");
});

test("wallets rotate starts it; --status only looks", async () => {
  const rotation = { newestKeyId: "v2", rotated: 1, unreadableCount: 0, startedAt: "t1", finishedAt: null };
  const state = { keys: [{ keyId: "v1", wallets: 2 }], rotation };
  const routes = { "POST /admin/wallets/rotate": state, "GET /admin/wallets/rotate": state };
  await run(routes, "wallets", "rotate", "-y");
  expect(asked()).toEqual([["POST /admin/wallets/rotate", null]]);
  const { stdout } = await run(routes, "wallets", "rotate", "--status");
  expect(asked()).toEqual([["GET /admin/wallets/rotate", null]]);
  expect(stdout).toMatch(/v1\s+2[\s\S]*finished\s+not yet/);
});

test("bootstrap asks for the platform's user by its name, and prints its id and nothing else", async () => {
  const { exitCode, stdout } = await run({ "POST /users": { id: "usr_1" } }, "bootstrap");
  expect([exitCode, stdout]).toEqual([0, "PLATFORM_USER_ID=usr_1\n"]);
  expect(asked()).toEqual([["POST /users", { externalUserId: "offerhub-platform", type: "BOTH" }]]);
});

describe("events tail", () => {
  const event = (sequence: number) => ({
    eventId: `evt_${sequence}`,
    sequence,
    occurredAt: "t1",
    eventType: "order.created",
    aggregateId: "ord_1",
  });
  const stream: Answer = () => ({
    status: 200,
    headers: { "content-type": "text/event-stream" },
    body: [1, 2, 3].map((n) => `id: evt_${n}\nevent: order.created\ndata: ${JSON.stringify(event(n))}\n\n`).join(""),
  });

  test("prints a line an event, from where it is told, until it has enough", async () => {
    const args = ["events", "tail", "-n", "2", "--since", "evt_0", "-t", "order.*,balance.credited"];
    const { exitCode, stdout } = await run({ "GET /events": stream }, ...args);
    expect([exitCode, stdout]).toEqual([0, "1  t1  order.created  ord_1\n2  t1  order.created  ord_1\n"]);
    expect(bench.seen()[0]?.query).toEqual({ types: "order.*,balance.credited" });
    expect(bench.seen()[0]?.headers["last-event-id"]).toBe("evt_0");
  });

  test("prints JSON by the line for scripts", async () => {
    const { stdout } = await run({ "GET /events": stream }, "events", "tail", "-n", "3", "--json");
    expect(
      stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual([event(1), event(2), event(3)]);
  });

  test("ends with 0 when it is told to stop", async () => {
    const controller = new AbortController();
    bench.answer({ "GET /events": stream });
    const stdout = () => controller.abort();
    const { exitCode } = await bench.run(["events", "tail"], { signal: controller.signal, stdout });
    expect(exitCode).toBe(0);
  });
});
