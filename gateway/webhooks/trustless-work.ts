import { createHmac } from "node:crypto";
import { z } from "zod";
import type { OrderId } from "../../domain/ids.ts";
import { orderWorkflowId } from "../../workflows/contracts/order.ts";
import { providerHintSignal } from "../../workflows/contracts/provider-hint.ts";
import { sameSecret } from "../credentials.ts";
import { invalid } from "../middleware/validate.ts";
import { orderOfEscrow } from "../reads/orders.ts";
import type { WebhookProvider } from "./webhook-provider.ts";

/** Only what is used, since theirs may grow. */
export const TrustlessWorkWebhook = z.looseObject({
  type: z.string().min(1).max(200),
  event_id: z.string().min(1).max(255),
  data: z
    .looseObject({ contract_id: z.string().max(255).nullish(), order_id: z.string().max(255).nullish() })
    .nullish(),
});

const KNOWN_TYPES: readonly string[] = [
  "escrow.created",
  "escrow.funding_started",
  "escrow.funded",
  "escrow.milestone_completed",
  "escrow.released",
  "escrow.refunded",
  "escrow.disputed",
];

/** Trustless Work signs the bytes of the body with a shared secret. What it says of an escrow is never believed, only looked at. */
export const trustlessWork: WebhookProvider = {
  name: "trustless-work",
  isAuthentic({ config }, { header, bytes }) {
    const given = header("x-tw-signature") ?? header("tw-signature");
    const secret = config.webhooks.trustlessWorkSecret;
    if (!given || !secret) return false;
    return sameSecret(given.toLowerCase(), createHmac("sha256", secret).update(bytes).digest("hex"));
  },
  read(_call, body) {
    const parsed = TrustlessWorkWebhook.safeParse(body);
    if (!parsed.success) {
      throw invalid(parsed.error.issues.map(({ path, message }) => ({ field: path.join("."), message })));
    }
    return { eventId: parsed.data.event_id, type: parsed.data.type, body };
  },
  async hint({ db, temporal }, { eventId, type, body }) {
    if (!KNOWN_TYPES.includes(type)) return false;
    const { data } = TrustlessWorkWebhook.parse(body); // it was of this form when it was stored
    const orderId = await orderOfEscrow(db, data?.contract_id ?? null, data?.order_id ?? null);
    const hint = { provider: "trustless-work", eventId };
    if (orderId) await temporal.signal(orderWorkflowId(orderId as OrderId), providerHintSignal, hint);
    return true;
  },
};
