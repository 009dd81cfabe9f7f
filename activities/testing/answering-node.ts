import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Networks } from "@stellar/stellar-sdk";
import { createStellarClient, type StellarClient } from "../stellar/client.ts";
import type { ChainSettings } from "../stellar/settings.ts";

export interface AnsweringNode {
  readonly stellar: StellarClient;
  readonly settings: ChainSettings;
  /** What the node answers to a method from now on; a method without an answer is refused. */
  say(method: string, result: unknown): void;
  close(): Promise<void>;
}

/** A Stellar node that answers whatever it is told to, and the client that asks it. */
export async function answeringNode(usdc: ChainSettings["usdc"]): Promise<AnsweringNode> {
  const results = new Map<string, unknown>([["getNetwork", { passphrase: SETTINGS.networkPassphrase }]]);
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { id, method } = JSON.parse(body || "{}") as { id?: number; method?: string };
    const answer = results.has(method ?? "")
      ? { result: results.get(method ?? "") }
      : { error: { code: -32601, message: "method not found" } };
    response.writeHead(200, { "content-type": "application/json", connection: "close" });
    response.end(JSON.stringify({ jsonrpc: "2.0", id, ...answer }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = { ...SETTINGS, rpcUrl: url, horizonUrl: url, usdc };
  return {
    settings,
    stellar: createStellarClient(settings, 5_000),
    say(method, result) {
      results.set(method, result);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const SETTINGS: Omit<ChainSettings, "rpcUrl" | "horizonUrl" | "usdc"> = {
  networkPassphrase: Networks.TESTNET,
  friendbotUrl: null,
  trustless: { apiUrl: "", apiKey: "", timeoutMs: 0, factoryContractId: "", feeAddress: "", wasmHashes: [] },
  feeStroopsMax: 10_000_000n,
  transactionSeconds: 60,
  walletStartingXlm: "3",
  refill: null,
  platformLowXlm: "50",
};
