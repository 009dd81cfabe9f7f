import { html } from "hono/html";
import { toDecimal } from "../money.ts";
import type { Payin, PayinItem } from "../payins/payin.ts";
import type { AirtmUser } from "../users/user.ts";
import { PAGE_STYLE } from "./page-style.ts";

type Markup = ReturnType<typeof html>;

export interface PaymentPage {
  readonly payin: Payin;
  readonly users: readonly AirtmUser[];
  /** Why the last try was refused. */
  readonly refusal?: string | undefined;
}

/** A page without scripts or anything from elsewhere; everything a client wrote is escaped. */
export const paymentPage = ({ payin, users, refusal }: PaymentPage): Markup => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pay $${toDecimal(payin.amountCents)} · Airtm sandbox</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<header><strong>Airtm</strong> <span class="badge">sandbox · no real money</span></header>
<p class="quiet">${payin.description}</p>
<p class="amount">$${toDecimal(payin.amountCents)} <small>USD</small></p>
<ul>${payin.items.map(itemLine)}</ul>
${refusal === undefined ? "" : html`<p class="refusal" role="alert">${refusal}</p>`}
${payin.status === "CREATED" ? paymentForm(users) : ending(payin)}
<footer>Payin ${payin.code} · <span data-status>${payin.status}</span></footer>
</main>
</body>
</html>`;

const itemLine = ({ description, quantity, amountCents }: PayinItem): Markup =>
  html`<li><span>${quantity} × ${description}</span><span>$${toDecimal(amountCents * BigInt(quantity))}</span></li>`;

const paymentForm = (users: readonly AirtmUser[]): Markup => html`<form method="post">
<label>Who pays?
<select name="user">${users.map((user) => html`<option value="${user.email}">${labelOf(user)}</option>`)}</select>
</label>
<label>or another e-mail address
<input name="email" type="email" placeholder="someone@example.com" autocomplete="off">
</label>
<div class="buttons">
<button name="action" value="confirm" class="main">Confirm payment</button>
<button name="action" value="cancel" formnovalidate>Cancel</button>
</div>
</form>`;

const ending = ({ status, failureReason, confirmationUri, cancelUri }: Payin): Markup => {
  const paid = status === "CONFIRMED" || status === "PROCESSING";
  const reason = failureReason === null ? "" : ` (${failureReason})`;
  return html`<p class="ending">This payment is ${status.toLowerCase().replaceAll("_", " ")}${reason}.</p>
<p><a href="${paid ? confirmationUri : cancelUri}">Back to the shop</a></p>`;
};

/** Names what will be refused, so that one can try it on purpose. */
function labelOf(user: AirtmUser): string {
  const name = [user.firstName, user.lastName].filter((part) => part !== null).join(" ");
  const oddities = [
    user.country,
    user.status === "inactive" && "inactive",
    user.banned && "banned",
    !user.isVerified && "not verified",
  ].filter((part) => typeof part === "string");
  return `${name === "" ? user.email : `${name} <${user.email}>`}${oddities.length > 0 ? ` · ${oddities.join(" · ")}` : ""}`;
}
