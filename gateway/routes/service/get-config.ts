import { formatAmount } from "../../../domain/money.ts";
import { type AmountLimits, VERSION } from "../../config.ts";
import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { ConfigWire } from "./schemas.ts";

/** What this version does, not what it will do; a test holds it against the list of routes. */
const FEATURES = { milestones: true, disputes: true, sse: true, trustlessWork: true };

export const getConfig = endpoint(
  {
    method: "get",
    path: "/config",
    operationId: "getConfig",
    tag: "Service",
    summary: "Currencies, limits and features in force.",
    access: "public",
    shape: "repeated",
    status: 200,
    data: ConfigWire,
    errors: [],
  },
  async ({ deps: { config } }) =>
    ok({
      currencies: ["USD"],
      limits: {
        topup: present(config.limits.topup),
        withdrawal: present(config.limits.withdrawal),
        order: present(config.limits.order),
      },
      features: { ...FEATURES, airtm: config.airtm !== null, manualAdjustments: config.allowManualAdjustments },
      rateLimits: {
        windowSeconds: config.rateLimits.windowSeconds,
        perKey: config.rateLimits.perKey,
        withdrawalsPerUser: config.rateLimits.withdrawals,
        topupsPerUser: config.rateLimits.topups,
      },
      providers: { fiat: config.airtm && "airtm", escrow: "trustless_work" },
      version: VERSION,
    }),
);

const present = ({ minStroops, maxStroops }: AmountLimits) => ({
  min: formatAmount(minStroops),
  max: formatAmount(maxStroops),
});
