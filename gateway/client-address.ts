import { BlockList, isIP } from "node:net";

/** The proxies whose word on a client's address counts: addresses, and networks such as 10.0.0.0/8. */
export type TrustedProxies = (address: string) => boolean;

/** @throws RangeError on what is neither an address nor a network */
export function parseTrustedProxies(text: string): TrustedProxies {
  const list = new BlockList();
  for (const entry of text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean))
    addTo(list, entry);
  return (address) => list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

function addTo(list: BlockList, entry: string): void {
  const [address = "", bits] = entry.split("/");
  const family = isIP(address);
  if (family === 0) throw new RangeError(`${entry} is no address`);
  const type = family === 6 ? "ipv6" : "ipv4";
  if (bits === undefined) {
    list.addAddress(address, type);
    return;
  }
  if (!/^[0-9]{1,3}$/.test(bits) || Number(bits) > (family === 6 ? 128 : 32))
    throw new RangeError(`${entry} is no network`);
  list.addSubnet(address, Number(bits), type);
}

/**
 * Who a request comes from: the connection's other end, or, as long as that is a proxy of ours, whom it forwarded for. What
 * stands further left in the header may have been written by the client itself.
 */
export function clientAddress(remote: string, forwardedFor: string | undefined, isTrusted: TrustedProxies): string {
  const hops = [...(forwardedFor?.split(",") ?? []), remote].map((hop) => plainAddress(hop.trim()));
  let client = hops.pop() ?? "";
  while (isIP(client) !== 0 && isTrusted(client)) {
    const before = hops.pop();
    if (before === undefined || isIP(before) === 0) break;
    client = before;
  }
  return client;
}

/** Whose bucket an address is in: IPv6 by its network, of which one customer has the whole. */
export function addressBucket(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = "", tail] = address.split("::");
  const front = head.split(":").filter(Boolean);
  const back = tail === undefined ? [] : tail.split(":").filter(Boolean);
  const groups = [...front, ...Array(Math.max(0, 8 - front.length - back.length)).fill("0"), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

const plainAddress = (address: string): string => /^::ffff:([0-9.]+)$/i.exec(address)?.[1] ?? address;
