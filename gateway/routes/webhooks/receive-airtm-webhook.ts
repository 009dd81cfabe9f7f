import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { requireAirtm } from "../../payment-mode.ts";
import { AirtmWebhook, airtm } from "../../webhooks/airtm.ts";
import { receiveWebhook } from "../../webhooks/receive-webhook.ts";
import { WebhookReceiptWire } from "./receipt.ts";

export const receiveAirtmWebhook = endpoint(
  {
    method: "post",
    path: "/webhooks/airtm",
    operationId: "receiveAirtmWebhook",
    tag: "Webhooks",
    summary:
      "For Airtm: signed by Svix (`svix-id`, `svix-timestamp`, `svix-signature`). A hint to ask Airtm, no more. 404 without Airtm.",
    access: "public",
    rawBody: AirtmWebhook,
    shape: "repeated",
    status: 200,
    data: WebhookReceiptWire,
    errors: ["NOT_FOUND", "WEBHOOK_SIGNATURE_INVALID"],
  },
  async (call) => {
    requireAirtm(call.deps);
    return ok(await receiveWebhook(call, airtm));
  },
);
