import { type Context, Hono } from "hono";
import type { Airtm, AirtmEnv } from "../airtm.ts";
import { AirtmError } from "../errors.ts";
import { found } from "../found.ts";
import { cancelPayin } from "../payins/cancel-payin.ts";
import { payPayin } from "../payins/pay-payin.ts";
import type { Payin } from "../payins/payin.ts";
import { paymentPage } from "./payment-page.ts";

/** Where an Airtm user is sent to pay. Whoever has the link can open it. */
export function paymentPageRoutes(airtm: Airtm): Hono<AirtmEnv> {
  const app = new Hono<AirtmEnv>();
  const payinOf = (c: Context<AirtmEnv, "/:id">) =>
    found(airtm.state.payins, airtm.state.payins.find(c.req.param("id")));
  const show = (payin: Payin, refusal?: AirtmError) =>
    paymentPage({ payin, users: airtm.state.users(), refusal: refusal?.message });

  app.get("/:id", (c) => c.html(show(payinOf(c))));
  app.post("/:id", async (c) => {
    const payin = payinOf(c);
    const form = await c.req.parseBody();
    try {
      if (form.action === "cancel") {
        cancelPayin(airtm, payin);
        return c.redirect(payin.cancelUri, 303);
      }
      return c.redirect(returnUri(payPayin(airtm, payin, chosenEmail(form))), 303);
    } catch (error) {
      if (!(error instanceof AirtmError)) throw error;
      return c.html(show(payinOf(c), error), error.status);
    }
  });
  return app;
}

/** What was typed wins over what was picked. */
function chosenEmail({ email, user }: Readonly<Record<string, unknown>>): string {
  if (typeof email === "string" && email.trim() !== "") return email;
  return typeof user === "string" ? user : "";
}

/** Coming back proves nothing: the status is only for the eye. */
function returnUri({ confirmationUri, code, status }: Payin): string {
  const uri = new URL(confirmationUri);
  uri.searchParams.set("code", code);
  uri.searchParams.set("status", status);
  return uri.href;
}
