import { AppError } from "../../../domain/errors.ts";
import { formatAmount, parseOrderAmount } from "../../../domain/money.ts";
import { endpoint } from "../../endpoint.ts";
import { created } from "../../envelope.ts";
import { refuseBoundKey } from "../../grants.ts";
import { actorOf, inTransaction } from "../../writes/in-transaction.ts";
import { bookTreasuryMovement } from "../../writes/treasury.ts";
import { BookTreasuryBody, TreasuryMovementWire } from "./schemas.ts";

export const bookTreasury = endpoint(
  {
    method: "post",
    path: "/admin/treasury/movements",
    operationId: "bookTreasury",
    tag: "Admin",
    summary: "Book money of the operator's own that went into or out of the account at Airtm. In crypto mode: 404.",
    access: "support",
    body: BookTreasuryBody,
    shape: "plain",
    status: 201,
    data: TreasuryMovementWire,
    errors: ["NOT_FOUND", "INVALID_AMOUNT_FORMAT", "INSUFFICIENT_FUNDS", "IDEMPOTENCY_KEY_IN_PROGRESS"],
    idempotency: { kind: "once", keepDays: "always" },
  },
  async (call) => {
    const { body, caller, deps, identity } = call;
    refuseBoundKey(caller);
    if (deps.config.paymentProvider !== "airtm") throw new AppError("NOT_FOUND");
    const { direction, reason } = body;
    const stroops = parseOrderAmount(body.amount);
    if (stroops === 0n) {
      throw new AppError("INVALID_AMOUNT_FORMAT", {
        provided: body.amount,
        expectedFormat: "above 0.00, two decimals",
      });
    }
    const movement = { id: identity.idFor("ledgerEntry"), direction, stroops, reason };
    const own = await inTransaction(call, (tx) => bookTreasuryMovement(tx, movement, actorOf(call)));
    return created({ rail: "airtm" as const, direction, amount: formatAmount(stroops), ownAmount: formatAmount(own) });
  },
);
