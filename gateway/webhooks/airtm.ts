import { z } from "zod";
import { invalid } from "../middleware/validate.ts";
import { concernedPayment, hintPayment } from "./airtm-payments.ts";
import { isSignedBySvix } from "./svix-signature.ts";
import type { IncomingEvent, WebhookProvider } from "./webhook-provider.ts";

const Text = z.string().max(255);
const Amount = z.union([z.number(), z.string().max(64)]);

/** Only what is used, since theirs may grow: Airtm's own form, and that with an id of the event. */
export const AirtmWebhook = z.looseObject({
  type: Text.min(1).nullish(),
  eventType: Text.min(1).nullish(),
  eventId: Text.min(1).nullish(),
  data: z
    .looseObject({
      id: Text.nullish(),
      code: Text.nullish(),
      status: Text.nullish(),
      amount: Amount.nullish(),
      netAmount: Amount.nullish(),
      currency: Text.nullish(),
      reasonCode: Text.nullish(),
    })
    .nullish(),
});

const KNOWN_TYPES: readonly string[] = [
  "payin.created",
  "payin.awaiting_user_confirmation",
  "payin.processing",
  "payin.succeeded",
  "payin.confirmed",
  "payin.failed",
  "payin.canceled",
  "payout.created",
  "payout.committed",
  "payout.pending",
  "payout.pending_user_action",
  "payout.completed",
  "payout.failed",
  "payout.canceled",
];

/** What is kept of a call: it says whose payment it is about, and nothing about the person. */
const KeptData = z.object({ id: Text.nullish(), code: Text.nullish() });

/** Airtm's events come through Svix. What they say of a payment is never believed, only asked for. */
export const airtm: WebhookProvider = {
  name: "airtm",
  isAuthentic({ config, now }, call) {
    return config.airtm !== null && isSignedBySvix(call, config.airtm.webhookSecret, now());
  },
  read({ header }, body): IncomingEvent {
    const parsed = AirtmWebhook.safeParse(body);
    if (!parsed.success) {
      throw invalid(parsed.error.issues.map(({ path, message }) => ({ field: path.join("."), message })));
    }
    const { type, eventType, eventId, data } = parsed.data;
    const name = type ?? eventType;
    if (!name) throw invalid([{ field: "type", message: "is required" }]);
    const { id, code, status, amount, netAmount, currency, reasonCode } = data ?? {};
    const kept = { id, code, status, amount, netAmount, currency, reasonCode };
    // isAuthentic has seen the header; a second delivery of an event has the same one
    return { eventId: eventId ?? header("svix-id") ?? "", type: name, body: { type: name, data: kept } };
  },
  async hint(deps, { eventId, type, body }) {
    if (!KNOWN_TYPES.includes(type)) return false;
    const { id = null, code = null } = KeptData.parse(body.data ?? {}); // it was of this form when it was stored
    const payment = await concernedPayment(deps.db, type.startsWith("payin.") ? "topup" : "withdrawal", { id, code });
    if (payment) await hintPayment(deps, payment, eventId);
    return true;
  },
};
