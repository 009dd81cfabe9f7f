import { describe, expect, test } from "@jest/globals";
import { addressBucket, clientAddress, parseTrustedProxies } from "./client-address.ts";

const trusted = parseTrustedProxies("10.0.0.0/8, 192.0.2.7,fd00::/8");

describe("the client's address", () => {
  test.each([
    ["a stranger's word about itself", "203.0.113.5", "198.51.100.1", "203.0.113.5"],
    ["our proxy's word", "10.1.2.3", "198.51.100.1", "198.51.100.1"],
    ["a chain of our proxies", "10.1.2.3", "198.51.100.1, 192.0.2.7, 10.9.9.9", "198.51.100.1"],
    ["what a client wrote in front", "10.1.2.3", "1.1.1.1, 198.51.100.1", "198.51.100.1"],
    ["nonsense behind a proxy", "10.1.2.3", "unknown", "10.1.2.3"],
    ["no header", "10.1.2.3", undefined, "10.1.2.3"],
    ["our proxies alone", "10.1.2.3", "10.0.0.1", "10.0.0.1"],
    ["a proxy on a mapped address", "::ffff:10.1.2.3", "2001:db8::1", "2001:db8::1"],
    ["a proxy on IPv6", "fd00::1", "198.51.100.1", "198.51.100.1"],
  ])("is by %s %s", (_what, remote, forwarded, client) => {
    expect(clientAddress(remote, forwarded, trusted)).toBe(client);
  });

  test("trusts nobody unless told to", () => {
    expect(clientAddress("127.0.0.1", "198.51.100.1", parseTrustedProxies(""))).toBe("127.0.0.1");
  });
});

test.each(["somewhere", "10.0.0.0/33", "fd00::/129", "10.0.0.0/x"])("refuses %s as a proxy", (text) => {
  expect(() => parseTrustedProxies(text)).toThrow(RangeError);
});

test("an IPv6 network shares one bucket, written however; IPv4 addresses do not", () => {
  const [first, second] = ["2001:db8:0:1::1", "2001:0db8:0000:0001:ffff:ffff:ffff:ffff"].map(addressBucket);
  expect(first).toBe(second);
  expect(addressBucket("2001:db8:0:2::1")).not.toBe(first);
  expect(addressBucket("::1")).toBe("0:0:0:0::/64");
  expect(addressBucket("198.51.100.1")).toBe("198.51.100.1");
});
