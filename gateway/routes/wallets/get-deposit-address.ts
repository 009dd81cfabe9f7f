import { AppError } from "../../../domain/errors.ts";
import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { visibleWallet } from "../../reads/wallets.ts";
import { DepositWire, WalletParams } from "./schemas.ts";

const COMES_BY_TOP_UP = "There is no deposit address here: users' money comes by top-up (POST /topups).";

export const getDepositAddress = endpoint(
  {
    method: "get",
    path: "/users/{userId}/wallet/deposit",
    operationId: "getDepositAddress",
    tag: "Wallets",
    summary: "Where to send USDC for this user. 404 with Airtm, where money comes by top-up.",
    access: "read",
    params: WalletParams,
    shape: "plain",
    status: 200,
    data: DepositWire,
    errors: ["USER_NOT_FOUND", "NOT_FOUND"],
  },
  async ({ params, caller, deps }) => {
    const { publicKey } = await visibleWallet(deps.db, caller, params.userId);
    if (deps.config.airtm) {
      throw new AppError("NOT_FOUND", { userId: params.userId, paymentProvider: "airtm" }, COMES_BY_TOP_UP);
    }
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
