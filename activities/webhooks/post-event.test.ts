import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Receiver, startReceiver } from "../testing/receiver.ts";
import { postEvent } from "./post-event.ts";
import { isPublicAddress } from "./public-address.ts";

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.close());

const post = (url = receiver.url, allowPrivateAddresses = true, timeoutMs = 2_000) =>
  postEvent(
    { url, headers: { "content-type": "application/json" }, body: '{"ä":1}' },
    { allowPrivateAddresses, timeoutMs },
  );

describe("an address", () => {
  test.each([
    "127.0.0.1",
    "127.255.255.254",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "192.0.0.170",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "fe80::1",
    "fc00::1",
    "fd00:ec2::254",
    "ff02::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
  ])("such as %s is nobody's on the internet", (address) => expect(isPublicAddress(address)).toBe(false));

  test.each(["8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"])(
    "such as %s is",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
});

describe("a call", () => {
  test("arrives with its headers and its body, and brings back the status and a short piece of the answer", async () => {
    receiver.answer({ status: 500, body: `no\u0000${"x".repeat(10_000)}` });
    const answer = await post();
    expect(answer).toEqual({ statusCode: 500, error: null, answerPrefix: `no${"x".repeat(498)}` });
    expect(receiver.received.at(-1)).toMatchObject({
      body: '{"ä":1}',
      headers: { "content-type": "application/json" },
    });
  });

  test.each([301, 302, 307, 308])("that is sent on by %i goes nowhere else", async (status) => {
    const before = receiver.received.length;
    receiver.answer({ status, headers: { location: receiver.url } });
    expect(await post()).toMatchObject({ statusCode: status });
    expect(receiver.received.length).toBe(before + 1);
  });

  test("that is not answered in time is given up, also when the answer has begun", async () => {
    receiver.answer(null);
    expect(await post(undefined, true, 100)).toEqual({
      statusCode: null,
      error: "no answer within 0.1 s",
      answerPrefix: null,
    });
    const dripping = createServer((_request, response) => void response.writeHead(200).write("a"));
    await new Promise<void>((resolve) => dripping.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(dripping.address() as AddressInfo).port}`;
    expect(await post(url, true, 100)).toMatchObject({ statusCode: 200, answerPrefix: null });
    dripping.closeAllConnections();
    dripping.close();
  });

  test("to nobody says so without an address", async () => {
    const answer = await post("http://127.0.0.1:1/hook");
    expect(answer).toMatchObject({ statusCode: null, error: "the endpoint could not be reached (ECONNREFUSED)" });
    expect((await post("http://nobody.invalid/")).error).toMatch(/could not be reached/);
  });

  test.each([
    ["a private address", (port: string) => `http://127.0.0.1:${port}/hook`],
    ["the same written otherwise", (port: string) => `http://0x7f000001:${port}/hook`],
    ["one in IPv6", (port: string) => `http://[::ffff:127.0.0.1]:${port}/hook`],
    ["a name that leads to one", (port: string) => `http://localhost:${port}/hook`],
  ])("to %s is not made where only the internet is allowed", async (_what, urlOf) => {
    const before = receiver.received.length;
    const answer = await post(urlOf(new URL(receiver.url).port), false);
    expect(answer).toEqual({ statusCode: null, error: "the address is not a public one", answerPrefix: null });
    expect(receiver.received.length).toBe(before);
  });
});
