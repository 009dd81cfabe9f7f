import type { z } from "zod";
import { formatAmount, parseOrderAmount } from "../../domain/money.ts";
import { isRefusal, StepFailure } from "../failures.ts";
import type { FiatRail, NewPayin, NewPayout, Payin, Payout } from "../fiat/fiat-rail.ts";
import type { ProviderBudget } from "../provider-budget.ts";
import { AirtmRefusal, CODES, toStepFailure, withoutAddresses } from "./errors.ts";
import type { AirtmSettings } from "./settings.ts";
import { payinState, payoutState } from "./states.ts";
import { AirtmBalance, AirtmPayin, AirtmPayout, AirtmUser } from "./wire.ts";

const NOTHING = "0.00";
const DAY_MS = 24 * 60 * 60 * 1000;

/** Airtm's Enterprise API, version 2. Nothing is repeated by itself: whoever calls decides, and looks first. */
export function createAirtmClient(settings: AirtmSettings, budget: ProviderBudget): FiatRail {
  const call = callThrough(settings, budget);
  const toPayin = (body: unknown): Payin => presentPayin(settings, read(AirtmPayin, body));
  const toPayout = (body: unknown): Payout => presentPayout(read(AirtmPayout, body));
  const sameAs = (asked: NewPayout) => (body: unknown) => presentPayout(asAsked(asked, read(AirtmPayout, body)));
  const byCode = async <Found>(path: string, toFound: (body: unknown) => Found): Promise<Found | null> => {
    const body = await unlessMissing(call("GET", path));
    return body === null ? null : toFound(body);
  };
  const payinByCode = (code: string) => byCode(`/payins/by-code/${encodeURIComponent(code)}`, toPayin);
  const payoutPath = (code: string) => `/payouts/by-code/${encodeURIComponent(code)}`;
  return {
    name: "airtm",
    async findUser(email) {
      const body = await unlessMissing(call("GET", `/users/${encodeURIComponent(email)}`));
      if (body === null) return null;
      const { id, status, primaryEmail, isVerified, country } = read(AirtmUser, body);
      const isActive = status.toLowerCase() === "active";
      return { id, email: primaryEmail, isActive, isVerified: isVerified ?? null, country: country ?? null };
    },
    async createPayin(payin) {
      const made = await payinByCode(payin.code);
      if (made) return forSameAmount(payin, made);
      const body = await call("POST", "/payins", payinBody(payin)).catch(lookInstead(CODES.PAYIN_CODE_USED));
      const taken = body === TAKEN ? required(await payinByCode(payin.code), payin.code) : toPayin(body);
      return forSameAmount(payin, taken);
    },
    payin: async (id) => toPayin(await call("GET", `/payins/${encodeURIComponent(id)}`)),
    cancelPayin: (id) => unlessTooLate(call("DELETE", `/payins/${encodeURIComponent(id)}`)),
    async createPayout(payout) {
      const path = payoutPath(payout.code);
      const made = await byCode(path, sameAs(payout));
      if (made) return made;
      const body = await call("POST", "/payouts", payoutBody(settings, payout)).catch(
        lookInstead(CODES.PAYOUT_CODE_USED),
      );
      return body === TAKEN ? required(await byCode(path, sameAs(payout)), payout.code) : sameAs(payout)(body);
    },
    payout: async (id) => toPayout(await call("GET", `/payouts/${encodeURIComponent(id)}`)),
    payoutByCode: (code) => byCode(payoutPath(code), toPayout),
    async commitPayout(id) {
      await call("POST", `/payouts/${encodeURIComponent(id)}/commit`).catch(lookInstead(CODES.ALREADY_COMMITTED));
    },
    cancelPayout: (id) => unlessTooLate(call("DELETE", `/payouts/${encodeURIComponent(id)}`)),
    async balance() {
      const { available, pending } = read(AirtmBalance, await call("GET", "/me/balance"));
      return { availableAmount: available, pendingAmount: pending };
    },
  };
}

type Call = (method: "GET" | "POST" | "DELETE", path: string, body?: object) => Promise<unknown>;

/** One request at a time of the shared budget; the deadline covers the answer's body too. A 204 has none. */
function callThrough({ apiUrl, apiKey, apiSecret, timeoutMs }: AirtmSettings, budget: ProviderBudget): Call {
  const authorization = `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString("base64")}`;
  return async (method, path, body) => {
    await budget.take();
    const response = await fetch(apiUrl + path, {
      method,
      headers: { authorization, ...(body && { "content-type": "application/json" }) },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    }).catch(silence);
    const text = await response.text().catch(silence);
    const answer = parse(text);
    if (response.ok) return answer;
    const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
    const failure = toStepFailure(response.status, answer, Number.isFinite(seconds) ? seconds * 1000 : null);
    throw Object.assign(method === "GET" ? unseen(failure) : failure, { status: response.status });
  };
}

/** A look that is refused says nothing of what it was for: it is no reason to give a payment up. */
const unseen = (failure: StepFailure): StepFailure =>
  isRefusal(failure) ? new StepFailure("PROVIDER_UNAVAILABLE", failure.message) : failure;

function silence(error: unknown): never {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  throw new StepFailure("PROVIDER_UNAVAILABLE", `Airtm did not answer: ${cause?.code ?? name ?? "unknown"}`);
}

/** null where there is no body, or a proxy answered with a page of its own. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** An answer without what we need is no answer: what happened, a look tells. */
function read<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new StepFailure("PROVIDER_UNAVAILABLE", "Airtm's answer is not of the documented form");
}

/** null for a 404. */
async function unlessMissing(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    if ((error as { status?: number }).status === 404) return null;
    throw error;
  }
}

const TAKEN = Symbol("the code is taken");

/** It happened before, so what is there is looked at instead. */
const lookInstead =
  (code: string) =>
  (error: unknown): typeof TAKEN => {
    if (error instanceof AirtmRefusal && error.code === code) return TAKEN;
    throw error;
  };

/** False for any definite no: it tells that nothing was canceled, and not what it came to. */
async function unlessTooLate(answer: Promise<unknown>): Promise<boolean> {
  try {
    await answer;
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

function required<Found>(found: Found | null, code: string): Found {
  if (found === null)
    throw new StepFailure("PROVIDER_UNAVAILABLE", `Airtm says that ${code} exists and does not show it`);
  return found;
}

/** Once it is over, its amount is what arrived. */
function forSameAmount({ code, amount }: NewPayin, payin: Payin): Payin {
  if (payin.state !== "open" || payin.paidAmount === amount) return payin;
  throw new StepFailure("STATE_UNEXPECTED", `Airtm has a payin ${code} over ${payin.paidAmount} instead of ${amount}`);
}

/** The code is ours, and still what is there may be another's: of an earlier life of this database, or to whom the address is now. */
function asAsked({ code, amount, recipientId }: NewPayout, made: z.output<typeof AirtmPayout>) {
  const isOver = ["canceled", "failed"].includes(payoutState(made.status)); // then it pays nobody
  const isSame = made.amount === amount && made.airtmUserId === recipientId;
  if (isOver || isSame) return made;
  const what = made.amount === amount ? "to another account" : `over ${made.amount} instead of ${amount}`;
  throw new StepFailure("STATE_UNEXPECTED", `Airtm has a payout ${code} ${what}`);
}

const payinBody = ({ code, amount, description, returnUrl, cancelUrl }: NewPayin) => ({
  code,
  amount: Number(amount),
  description,
  items: [{ description, amount: Number(amount), quantity: 1 }],
  confirmationUri: returnUrl,
  cancelUri: cancelUrl,
});

const payoutBody = ({ requireVerified }: AirtmSettings, { code, email, amount, notes }: NewPayout) => ({
  code,
  airtmUserEmail: email,
  amount: Number(amount),
  notes,
  commit: false,
  ...(requireVerified && { requireIdVerified: true }),
});

function presentPayin({ payinPageUrl, payinDays }: AirtmSettings, payin: z.output<typeof AirtmPayin>): Payin {
  const { id, status, amount, failureReason, createdAt } = payin;
  return {
    id,
    state: payinState(status),
    paidAmount: amount,
    feeAmount: keptOf(payin),
    paymentUrl: `${payinPageUrl}/${encodeURIComponent(id)}`,
    expiresAt: new Date(Date.parse(createdAt) + payinDays * DAY_MS).toISOString(),
    reason: failureReason ? withoutAddresses(failureReason) : null,
  };
}

/** All that did not come to us, whatever they call it. */
function keptOf({ status, amount, netAmount, airtmFee }: z.output<typeof AirtmPayin>): string {
  if (netAmount == null) return airtmFee ?? untold(status);
  const kept = parseOrderAmount(amount) - parseOrderAmount(netAmount);
  if (kept < 0n) throw new StepFailure("STATE_UNEXPECTED", `Airtm tells ${netAmount} net of ${amount}`);
  return formatAmount(kept);
}

/** Before it is paid there is nothing to keep; afterwards a fee that is not told is not nothing. */
function untold(status: string): string {
  if (payinState(status) !== "paid") return NOTHING;
  throw new StepFailure("PROVIDER_UNAVAILABLE", "Airtm calls a payin paid without telling what it kept of it");
}

const presentPayout = (payout: z.output<typeof AirtmPayout>): Payout => ({
  id: payout.id,
  state: payoutState(payout.status),
  amount: payout.amount,
  feeAmount: payout.airtmFee ?? NOTHING,
  reason: payout.reasonDescription ? withoutAddresses(payout.reasonDescription) : null,
  reasonCode: payout.reasonCode ?? null,
  updatedAt: new Date(payout.updatedAt).toISOString(),
});
