import { Asset, Keypair, rpc, xdr } from "@stellar/stellar-sdk";
import { AppError } from "../domain/errors.ts";
import { formatStroops } from "../domain/money.ts";
import type { AccountHoldings, Horizon } from "./horizon.ts";

interface Usdc {
  readonly code: string;
  readonly issuer: string;
}

/**
 * What the gateway shows of the chain where the installation has no Horizon: each node is asked until one answers. The list of
 * an account's operations is Horizon's alone, and off here.
 */
export function createChainByRpc(urls: readonly string[], usdc: Usdc): Horizon {
  const servers = urls.map((url) => new rpc.Server(url, { allowHttp: true }));
  for (const { httpClient } of servers) Object.assign(httpClient.defaults, { timeout: 8_000 });

  const first = async <T>(ask: (server: rpc.Server) => Promise<T>): Promise<T> => {
    let cause: unknown = null;
    for (const server of servers) {
      try {
        return await ask(server);
      } catch (error) {
        cause = error;
      }
    }
    throw Object.assign(new AppError("STELLAR_NETWORK_ERROR", { provider: "stellar" }), { cause });
  };
  const holdings = (address: string) => first((server) => readHoldings(server, address, usdc));

  return {
    holdings,
    async balances(address) {
      const { xlm, usdc: held } = await holdings(address);
      return { xlm, usdc: held ?? "0.0000000" };
    },
    operations: () =>
      Promise.reject(
        new AppError("STELLAR_NETWORK_ERROR", { provider: "stellar", message: "an account's history needs Horizon" }),
      ),
    isApplied: async (hash) => {
      for (const server of servers) {
        const status = await server._getTransaction(hash).then(
          (answer) => answer.status,
          () => null,
        );
        if (status === rpc.Api.GetTransactionStatus.SUCCESS) return true;
      }
      await first((server) => server.getHealth());
      return false;
    },
    async ping() {
      await first((server) => server.getHealth());
    },
  };
}

async function readHoldings(server: rpc.Server, address: string, { code, issuer }: Usdc): Promise<AccountHoldings> {
  const accountId = Keypair.fromPublicKey(address).xdrAccountId();
  const asset = new Asset(code, issuer).toTrustLineXdrObject();
  const { entries } = await server.getLedgerEntries(
    xdr.LedgerKey.account(new xdr.LedgerKeyAccount({ accountId })),
    xdr.LedgerKey.trustline(new xdr.LedgerKeyTrustLine({ accountId, asset })),
  );
  const values = entries.map(({ val }) => val);
  const account = values.find((entry) => entry.type === "account");
  const line = values.find((entry) => entry.type === "trustline");
  return {
    isOnChain: account !== undefined,
    xlm: account?.type === "account" ? formatStroops(account.account.balance) : "0.0000000",
    usdc: line?.type === "trustline" ? formatStroops(line.trustLine.balance) : null,
  };
}
