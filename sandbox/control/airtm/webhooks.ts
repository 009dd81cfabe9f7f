import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import type { Airtm } from "../../airtm/airtm.ts";
import type { WebhookMessage } from "../../airtm/webhooks/message.ts";
import { readBody } from "../../read-body.ts";

/** Something that never happened, sent once and not recorded. */
const Invented = z.strictObject({
  type: z.string(),
  data: z.record(z.string(), z.unknown()),
  id: z.string().optional(),
  /** Signed with a secret that is not Airtm's. */
  forged: z.boolean().default(false),
  ageSeconds: z.int().default(0),
});

export function webhookControl(airtm: Airtm): Hono {
  const app = new Hono();
  const { state, postman } = airtm;
  const present = ({ body, createdAtMs, ...message }: WebhookMessage) => ({
    ...message,
    createdAt: new Date(createdAtMs).toISOString(),
    body: JSON.parse(body),
    attempts: postman.attemptsOf(message.id),
  });
  app.get("/", (c) => {
    const { type, code } = c.req.query();
    const wanted = state
      .messages()
      .filter((message) => (type ?? message.type) === message.type && (code ?? message.code) === message.code);
    return c.json({ webhooks: wanted.map(present) });
  });
  app.post("/", async (c) => {
    const { type, data, forged, ageSeconds, id = `msg_${randomUUID()}` } = await readBody(c, Invented);
    const status = await postman.sendInvented({ id, body: JSON.stringify({ type, data }), forged, ageSeconds });
    return c.json({ id, status });
  });
  app.post("/:id/resend", (c) => {
    const message = state.findMessage(c.req.param("id"));
    if (message === null) throw new HTTPException(404, { message: "no such webhook" });
    postman.post(message);
    return c.json(present(message));
  });
  return app;
}
