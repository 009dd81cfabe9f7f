import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { receiveWebhook } from "../../webhooks/receive-webhook.ts";
import { TrustlessWorkWebhook, trustlessWork } from "../../webhooks/trustless-work.ts";
import { WebhookReceiptWire } from "./receipt.ts";

export const receiveTrustlessWorkWebhook = endpoint(
  {
    method: "post",
    path: "/webhooks/trustless-work",
    operationId: "receiveTrustlessWorkWebhook",
    tag: "Webhooks",
    summary:
      "For Trustless Work: `x-tw-signature` is the hex HMAC-SHA256 of the body. A hint to look at the chain, no more.",
    access: "public",
    rawBody: TrustlessWorkWebhook,
    shape: "repeated",
    status: 200,
    data: WebhookReceiptWire,
    errors: ["WEBHOOK_SIGNATURE_INVALID"],
  },
  async (call) => ok(await receiveWebhook(call, trustlessWork)),
);
