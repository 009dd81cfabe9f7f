import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type CliBench, cliBench, failure, list } from "./testing.ts";

let bench: CliBench;
beforeAll(async () => {
  bench = await cliBench();
});
afterAll(() => bench.close());

const KEY = {
  id: "key_1",
  name: "shop",
  maskedKey: "ohk_live_…",
  scopes: ["read", "write"],
  userId: null,
  expiresAt: null,
  lastUsedAt: null,
};

describe("what fails", () => {
  test("ends with 1 and says the API's message, code and request on stderr", async () => {
    bench.answer({ "GET /disputes/dsp_1": failure(404, "DISPUTE_NOT_FOUND", "there is no such dispute") });
    const { exitCode, stdout, stderr } = await bench.run(["disputes", "show", "dsp_1"]);
    expect([exitCode, stdout]).toEqual([1, ""]);
    expect(stderr).toBe("there is no such dispute\nDISPUTE_NOT_FOUND · request r-1 · /docs/errors/DISPUTE_NOT_FOUND\n");
  });

  test("is one JSON object on stdout for scripts", async () => {
    bench.answer({});
    const { exitCode, stdout } = await bench.run(["disputes", "show", "dsp_1", "--json"]);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: "NOT_FOUND", statusCode: 404, requestId: "r-1" } });
  });

  test("is a command that nobody knows, and asks for nothing", async () => {
    bench.answer({});
    const { exitCode, stderr } = await bench.run(["orders", "burn"]);
    expect([exitCode, bench.seen()]).toEqual([1, []]);
    expect(stderr).toContain("unknown command 'burn'");
  });
});

test("--help ends with 0 and lists the commands", async () => {
  const { exitCode, stdout } = await bench.run(["--help"]);
  expect(exitCode).toBe(0);
  for (const name of ["config", "keys", "maintenance", "orders", "disputes", "ledger", "events", "freeze", "doctor"]) {
    expect(stdout).toContain(name);
  }
});

describe("what cannot be taken back", () => {
  const revoke = { "DELETE /auth/api-keys/key_1": { id: "key_1", status: "revoked", revokedAt: "2026-01-01" } };
  test.each([
    ["-y was given", ["-y"], null, 1],
    ["the person says yes", [], () => Promise.resolve(true), 1],
    ["the person says no", [], () => Promise.resolve(false), 0],
    ["nobody is there", [], null, 0],
  ] as const)("%s", async (_case, flags, ask, requests) => {
    bench.answer(revoke);
    const { exitCode } = await bench.run(["keys", "revoke", "key_1", ...flags], { ask });
    expect([bench.seen().length, exitCode]).toEqual([requests, requests === 1 ? 0 : 1]);
  });
});

describe("a list", () => {
  test("is a table for people, over as many pages as it takes", async () => {
    bench.answer({
      "GET /auth/api-keys": ({ query }) =>
        query.cursor === "key_1"
          ? { status: 200, body: { data: [{ ...KEY, id: "key_2" }], hasMore: false, nextCursor: null } }
          : { status: 200, body: { data: [KEY], hasMore: true, nextCursor: "key_1" } },
    });
    const { stdout, stderr } = await bench.run(["keys", "list"]);
    expect(stdout.split("\n")).toEqual([
      "ID     NAME  KEY         SCOPES      USER  EXPIRES  LAST USED",
      "key_1  shop  ohk_live_…  read,write  –     –        –",
      "key_2  shop  ohk_live_…  read,write  –     –        –",
      "",
    ]);
    expect(stderr).toBe("");
  });

  test("ends at --limit and says that there is more", async () => {
    bench.answer({ "GET /auth/api-keys": list([KEY, { ...KEY, id: "key_2" }], "key_2") });
    const { stdout, stderr } = await bench.run(["keys", "list", "--limit", "1", "--json"]);
    expect(JSON.parse(stdout)).toEqual({ data: [KEY], hasMore: true });
    expect(stderr).toContain("larger --limit");
  });

  test.each(["0", "-1", "many", "1.5"])("refuses %p as a limit", async (limit) => {
    bench.answer({});
    expect((await bench.run(["keys", "list", "--limit", limit])).exitCode).toBe(1);
    expect(bench.seen()).toEqual([]);
  });
});

test("what the API tells cannot command the terminal", async () => {
  bench.answer({ "GET /auth/api-keys": list([{ ...KEY, name: "\u001b[2J\nshop" }]) });
  const { stdout } = await bench.run(["keys", "list"]);
  expect(stdout).not.toContain("\u001b");
  expect(stdout.split("\n")).toHaveLength(3);
});

test("an interrupted command ends", async () => {
  const controller = new AbortController();
  bench.answer({});
  const running = bench.run(["keys", "revoke", "key_1"], {
    signal: controller.signal,
    ask: () => new Promise(() => controller.abort()),
  });
  expect((await running).exitCode).toBe(130);
});
