import { AppError } from "../../../domain/errors.ts";
import { TRUSTLESS_WORK_FEE_BPS } from "../../../domain/fees/release-fees.ts";
import type { GatewayDeps } from "../../deps.ts";
import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { type PlatformWalletRow, platformWallets } from "../../reads/platform-wallets.ts";
import { PlatformWire } from "./schemas.ts";

export const getPlatform = endpoint(
  {
    method: "get",
    path: "/admin/platform",
    operationId: "getPlatform",
    tag: "Admin",
    summary: "The platform's own wallets as the chain has them, its fees, and what it took out of providers' budgets.",
    access: "support",
    shape: "plain",
    status: 200,
    data: PlatformWire,
    errors: ["STELLAR_NETWORK_ERROR"],
  },
  async ({ caller, deps }) => {
    const { boundUserId, scopes } = caller;
    if (boundUserId !== null) {
      throw new AppError("INSUFFICIENT_SCOPE", { requiredScope: "support", currentScopes: [...scopes] });
    }
    const { network, usdc } = deps.config.stellar;
    const rows = await platformWallets(deps.db);
    const [wallets, trustlessWork] = await Promise.all([
      Promise.all(rows.map((row) => presentWallet(deps, row))),
      requestsTaken(deps, "trustless-work"),
    ]);
    const fees = { platformBps: deps.config.platformFeeBps, trustlessWorkBps: Number(TRUSTLESS_WORK_FEE_BPS) };
    return ok({ network, usdc, fees, wallets, providerRequests: { trustlessWork } });
  },
);

async function presentWallet({ horizon }: GatewayDeps, { role, publicKey, status }: PlatformWalletRow) {
  return { role, address: publicKey, isActive: status === "ACTIVE", ...(await horizon.holdings(publicKey)) };
}

/** Workers count under this key. While Redis is away each counts for itself, and nobody knows the sum. */
async function requestsTaken({ redis }: GatewayDeps, provider: string): Promise<number | null> {
  try {
    return Number((await redis.get(`budget:${provider}`)) ?? 0);
  } catch {
    return null;
  }
}
