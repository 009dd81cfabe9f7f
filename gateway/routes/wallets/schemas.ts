import { z } from "zod";
import { Id, pageFields, Timestamp } from "../../schemas.ts";

export const WalletParams = z.strictObject({ userId: Id });
export const TransactionsQuery = z.strictObject({ limit: pageFields.limit });

export const WalletWire = z
  .object({
    publicKey: z.string(),
    type: z.enum(["INVISIBLE", "EXTERNAL"]),
    provider: z.literal("STELLAR"),
    isActive: z.boolean(),
    isPrimary: z.boolean(),
    balance: z.object({ usdc: z.string(), xlm: z.string() }),
    createdAt: Timestamp,
  })
  .meta({ id: "Wallet" });

export const DepositWire = z
  .object({
    provider: z.literal("crypto"),
    method: z.literal("stellar_address"),
    address: z.string(),
    asset: z.object({ code: z.string(), issuer: z.string() }),
    network: z.enum(["testnet", "mainnet", "local"]),
    instructions: z.string(),
  })
  .meta({ id: "DepositAddress" });

export const WalletTransactionWire = z
  .object({
    id: z.string(),
    type: z.string(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    amount: z.string().nullable(),
    asset: z.string().nullable(),
    createdAt: Timestamp,
    hash: z.string(),
    successful: z.boolean(),
  })
  .meta({ id: "WalletTransaction" });

export const WalletTransactionList = z.array(WalletTransactionWire).readonly();
