import { BlockList, isIPv4 } from "node:net";

/** Networks that are not on the internet, or that lead back inside: private, local, metadata, reserved, tunnels. */
const NOT_PUBLIC_IPV4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];
/** Of IPv6 only 2000::/3 is given out, and of that these are tunnels, tests and documentation. */
const PUBLIC_IPV6 = "2000::/3";
const NOT_PUBLIC_IPV6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

const blocked = listOf(NOT_PUBLIC_IPV4, "ipv4");
const publicIpv6 = listOf([PUBLIC_IPV6], "ipv6");
const blockedIpv6 = listOf(NOT_PUBLIC_IPV6, "ipv6");

/** True for an address that anybody on the internet could reach. An IPv4 address in IPv6 clothes is none. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !blocked.check(address, "ipv4");
  return publicIpv6.check(address, "ipv6") && !blockedIpv6.check(address, "ipv6");
}

function listOf(networks: readonly string[], family: "ipv4" | "ipv6"): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", bits = ""] = network.split("/");
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}
