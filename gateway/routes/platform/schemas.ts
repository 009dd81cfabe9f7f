import { z } from "zod";

const PlatformWalletWire = z
  .object({
    role: z.string().meta({
      description: "sponsor, fee-receiver, dispute-resolver; with Airtm also treasury, whose USDC funds escrows.",
    }),
    address: z.string(),
    isActive: z.boolean(),
    isOnChain: z.boolean(),
    xlm: z.string(),
    usdc: z.string().nullable().meta({ description: "null: it has no trustline, and can receive none." }),
  })
  .meta({ id: "PlatformWallet" });

export const PlatformWire = z
  .object({
    network: z.string(),
    usdc: z.object({ code: z.string(), issuer: z.string() }),
    fees: z.object({ platformBps: z.number(), trustlessWorkBps: z.number() }).meta({ description: "Of a release." }),
    wallets: z.array(PlatformWalletWire).readonly(),
    providerRequests: z
      .object({ trustlessWork: z.number().nullable() })
      .meta({ description: "Taken out of each provider's budget in its present window; null: nobody can say." }),
  })
  .meta({ id: "Platform" });
