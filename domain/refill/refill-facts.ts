import type { RefillTerms } from "../chain/intent.ts";
import { formatStroops, parseStroops } from "../money.ts";
import type { Step } from "../step.ts";

/** Something that happened to a refill. It moves XLM of the platform's own, so no user's books change. */
export type RefillFact =
  | { readonly kind: "refillOpened"; readonly refill: RefillTerms }
  | { readonly kind: "refillDone"; readonly refill: RefillTerms }
  | { readonly kind: "refillGivenUp"; readonly refill: RefillTerms; readonly reason: string };

export function refillStep(fact: RefillFact): Step {
  const { refill } = fact;
  switch (fact.kind) {
    case "refillOpened":
      return opened(refill);
    case "refillDone":
      return moved(refill, "REFILL_DONE", "wallets.refilled", null);
    case "refillGivenUp":
      return moved(refill, "REFILL_GIVEN_UP", "wallets.refill_given_up", fact.reason);
  }
}

function opened({ refillId, addresses, xlm }: RefillTerms): Step {
  const row = { id: refillId, status: "REFILL_OPEN", addresses, xlm_stroops: parseStroops(xlm).toString() };
  const after = { status: "REFILL_OPEN", wallets: addresses.length, xlm: formatStroops(parseStroops(xlm)) };
  const audit = {
    action: "CREATE",
    eventType: "wallets.refill_opened",
    resourceType: "Refill",
    resourceId: refillId,
  } as const;
  return { inserts: [{ noun: "refill", row }], audits: [{ ...audit, before: null, after }] };
}

function moved(
  { refillId }: RefillTerms,
  to: "REFILL_DONE" | "REFILL_GIVEN_UP",
  eventType: string,
  reason: string | null,
): Step {
  const audit = { action: "UPDATE", eventType, resourceType: "Refill", resourceId: refillId } as const;
  return {
    moves: [{ noun: "refill", id: refillId, from: ["REFILL_OPEN"], to }],
    audits: [{ ...audit, before: { status: "REFILL_OPEN" }, after: { status: to, reason } }],
  };
}
