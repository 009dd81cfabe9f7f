import { randomUUID } from "node:crypto";
import type { Airtm } from "../airtm.ts";
import { AirtmError } from "../errors.ts";
import { newHash } from "../identifiers.ts";
import { percentOf } from "../money.ts";
import { PAYIN_LIFE_MS, type Payin } from "./payin.ts";
import type { CreatePayin } from "./schemas.ts";

/** @throws AirtmError 415029 when the code was ever used, also by a payin that was canceled. */
export function createPayin(airtm: Airtm, order: CreatePayin): Payin {
  if (airtm.state.payins.findByCode(order.code) !== null) throw new AirtmError("415029");
  const { feePercent } = airtm.state.settings;
  const nowMs = airtm.clock.nowMs();
  return airtm.savePayin({
    id: randomUUID(),
    code: order.code,
    hash: newHash(),
    status: "CREATED",
    amountCents: order.amount,
    airtmFeeCents: percentOf(order.amount, feePercent),
    feePercent,
    description: order.description,
    items: order.items.map(({ description, amount, quantity }) => ({
      id: randomUUID(),
      description,
      amountCents: amount,
      quantity,
    })),
    userId: null,
    userEmail: null,
    failureReason: null,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    confirmationUri: order.confirmationUri,
    cancelUri: order.cancelUri,
    next: { atMs: nowMs + PAYIN_LIFE_MS, status: "CANCELED" },
    confirmations: 0,
  });
}
