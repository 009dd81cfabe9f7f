import type { Stack } from "../../cli/stack/stack.ts";
import { type GatewayClient, gatewayClient } from "./gateway-client.ts";
import type { Marketplace } from "./marketplace.ts";

/** Another operator, with a key of their own: whoever approves what the master key asks for must be older than the request. */
export async function secondPerson({ urls }: Stack, market: Pick<Marketplace, "insist">): Promise<GatewayClient> {
  const { data } = await market.insist("/auth/api-keys", { name: "a second person", scopes: ["support"] });
  return gatewayClient(urls.gateway, (data as unknown as { key: string }).key);
}
