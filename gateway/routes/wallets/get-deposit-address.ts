import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { visibleWallet } from "../../reads/wallets.ts";
import { DepositWire, WalletParams } from "./schemas.ts";

export const getDepositAddress = endpoint(
  {
    method: "get",
    path: "/users/{userId}/wallet/deposit",
    operationId: "getDepositAddress",
    tag: "Wallets",
    summary: "Where to send USDC for this user.",
    access: "read",
    params: WalletParams,
    shape: "plain",
    status: 200,
    data: DepositWire,
    errors: ["USER_NOT_FOUND", "NOT_FOUND"],
  },
  async ({ params, caller, deps }) => {
    const { publicKey } = await visibleWallet(deps.db, caller, params.userId);
    const { network, usdc } = deps.config.stellar;
    return ok({
      provider: "crypto" as const,
      method: "stellar_address" as const,
      address: publicKey,
      asset: { code: usdc.code, issuer: usdc.issuer },
      network,
      instructions: `Send ${usdc.code} (issuer ${usdc.issuer}) on the Stellar ${network} network to this address. No memo is needed.`,
    });
  },
);
