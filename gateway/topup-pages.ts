import { Hono } from "hono";
import type { AppEnv } from "./endpoint.ts";

/** Where users land after a top-up whose marketplace named no page of its own. They say nothing about anybody's money. */
export function topUpPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get("/topup/success", (c) => c.html(page("Thank you", "Your payment is being booked. You can close this page.")));
  app.get("/topup/cancel", (c) => c.html(page("Not paid", "The payment was not made. You can close this page.")));
  return app;
}

const page = (title: string, text: string): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<body style="font-family:sans-serif;margin:4rem auto;max-width:30rem"><h1>${title}</h1><p>${text}</p></body></html>
`;
