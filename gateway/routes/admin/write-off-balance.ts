import { formatAmount, parseStroops } from "../../../domain/money.ts";
import { endpoint } from "../../endpoint.ts";
import { created } from "../../envelope.ts";
import { refuseBoundKey } from "../../grants.ts";
import { actorOf, inTransaction } from "../../writes/in-transaction.ts";
import { writeOff } from "../../writes/write-off.ts";
import { WriteOffBody, WriteOffWire } from "./schemas.ts";

export const writeOffBalance = endpoint(
  {
    method: "post",
    path: "/admin/write-offs",
    operationId: "writeOffBalance",
    tag: "Admin",
    summary: "Book money as lost that the ledger shows and nobody holds: in suspense, or taken back by the issuer.",
    access: "support",
    body: WriteOffBody,
    shape: "plain",
    status: 201,
    data: WriteOffWire,
    errors: ["INVALID_STATE", "INSUFFICIENT_FUNDS", "IDEMPOTENCY_KEY_IN_PROGRESS"],
    idempotency: { kind: "once", keepDays: "always" },
  },
  async (call) => {
    const { body, caller, identity } = call;
    refuseBoundKey(caller);
    const { account, reason } = body;
    const stroops = parseStroops(body.amount);
    const request = { id: identity.idFor("writeOff"), account, stroops, reason };
    const balance = await inTransaction(call, (tx) => writeOff(tx, request, actorOf(call)));
    return created({ account, amount: formatAmount(stroops), balance: formatAmount(balance) });
  },
);
