import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { visibleWallet } from "../../reads/wallets.ts";
import { WalletParams, WalletWire } from "./schemas.ts";

export const getWallet = endpoint(
  {
    method: "get",
    path: "/users/{userId}/wallet",
    operationId: "getWallet",
    tag: "Wallets",
    summary: "The user's wallet, with what the chain says it holds.",
    access: "read",
    params: WalletParams,
    shape: "plain",
    status: 200,
    data: WalletWire,
    errors: ["USER_NOT_FOUND", "NOT_FOUND", "STELLAR_NETWORK_ERROR"],
  },
  async ({ params, caller, deps }) => {
    const wallet = await visibleWallet(deps.db, caller, params.userId);
    const balance = await deps.horizon.balances(wallet.publicKey);
    return ok({
      publicKey: wallet.publicKey,
      type: "INVISIBLE" as const,
      provider: "STELLAR" as const,
      isActive: wallet.status === "ACTIVE",
      isPrimary: true,
      balance: { usdc: balance.usdc, xlm: balance.xlm },
      createdAt: wallet.createdAt.toISOString(),
    });
  },
);
