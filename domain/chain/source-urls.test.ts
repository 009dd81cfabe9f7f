import { describe, expect, test } from "@jest/globals";
import { judgeSource } from "./source-state.ts";
import { objectionToSources, toRpcUrls } from "./source-urls.ts";

test("a list of nodes wins over the one; the one means a list of one", () => {
  expect(toRpcUrls(undefined, "https://a.example")).toEqual(["https://a.example"]);
  expect(toRpcUrls(" https://b.example , https://c.example,", "https://a.example")).toEqual([
    "https://b.example",
    "https://c.example",
  ]);
  expect(toRpcUrls("", undefined)).toEqual([]);
});

describe("sources", () => {
  const [a, b, horizonUrl] = ["https://a.example", "https://b.example/key", "https://h.example"];

  test.each([
    ["one node and Horizon", [a], horizonUrl],
    ["two nodes without Horizon", [a, b], null],
    ["two nodes and Horizon", [a, b], horizonUrl],
  ])("%s are two who can agree", (_what, rpcUrls, horizon) => {
    expect(objectionToSources({ rpcUrls, horizonUrl: horizon, isLocal: false })).toBeNull();
  });

  test.each([
    ["one node alone", [a], null, "STELLAR_HORIZON_URL"],
    ["one host under two ports or paths", [a, "https://a.example:8000/other"], null, "a.example twice"],
    ["one host with a dot behind it", [a, "https://A.example./other"], null, "a.example twice"],
    ["a Horizon on the host of a node", [a], "https://a.example:8000", "two words of one host"],
    ["a Horizon on the host of the second node", [a, b], "https://b.example./", "two words of one host"],
    ["what is no URL", ["a.example"], horizonUrl, "must be URLs"],
    ["what is no web address", ["ftp://a.example"], horizonUrl, "must be URLs"],
  ])("%s are refused, by name", (_what, rpcUrls, horizon, objection) => {
    expect(objectionToSources({ rpcUrls, horizonUrl: horizon, isLocal: false })).toContain(objection);
  });
});

test("a sandbox is everything on one host", () => {
  const url = "http://127.0.0.1:4100";
  expect(objectionToSources({ rpcUrls: [url], horizonUrl: `${url}/horizon`, isLocal: true })).toBeNull();
});

describe("a source that answers", () => {
  test.each([
    ["the newest tested protocol", 30, 1_000, "up"],
    ["a protocol that it does not tell", null, 1_000, "up"],
    ["a later protocol", 31, 1_000, "newer"],
    ["ledgers from a minute ago", 30, 940, "up"],
    ["ledgers from more than a minute ago", 30, 939, "behind"],
    ["no close time", 30, null, "up"],
  ])("with %s", (_what, protocol, closeTimeSeconds, state) => {
    expect(judgeSource({ ledger: 1, protocol, closeTimeSeconds }, 1_000).state).toBe(state);
  });
});
