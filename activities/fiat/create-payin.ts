import type { TopUpTerms } from "../../domain/topup/topup-facts.ts";
import type { ActivityDeps } from "../deps.ts";
import { bookOpening } from "./book-opening.ts";
import { fiatOf } from "./fiat.ts";
import type { Payin } from "./fiat-rail.ts";

/** Asks the provider to take a payment from its user; asked again it is the same payment. */
export const fiatCreatePayin =
  (deps: ActivityDeps) =>
  async ({ topUpId, amount }: TopUpTerms): Promise<Payin> => {
    const { rail, callbackBaseUrl } = fiatOf(deps);
    await bookOpening(deps);
    const callback = `${callbackBaseUrl}/api/v1/topups/${topUpId}/callback`;
    return rail.createPayin({
      code: topUpId,
      amount,
      description: `Top-up ${topUpId}`, // what the user wrote stays with us
      returnUrl: callback,
      cancelUrl: callback,
    });
  };
