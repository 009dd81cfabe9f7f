import { AppError } from "../domain/errors.ts";
import type { GatewayDeps } from "./deps.ts";
import { settledProvider } from "./reads/payment-mode.ts";

type Airtm = NonNullable<GatewayDeps["config"]["airtm"]>;

/** For routes of money that comes and goes as fiat. @throws AppError NOT_FOUND where it moves as crypto only */
export function requireAirtm({ config }: Pick<GatewayDeps, "config">): Airtm {
  if (config.airtm) return config.airtm;
  throw new AppError("NOT_FOUND", { paymentProvider: "crypto" }, "This installation moves money as crypto only.");
}

/** Why this gateway must not serve; null when nothing speaks against it. */
export async function objectionToMode({ db, config }: Pick<GatewayDeps, "db" | "config">): Promise<string | null> {
  const settled = await settledProvider(db);
  if (settled === null || settled === config.paymentProvider) return null;
  return `PAYMENT_PROVIDER=${config.paymentProvider} here, but the workers of this database move money by ${settled}`;
}
