import type { IncomingMessage } from "node:http";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context } from "hono";

interface NodeBindings {
  readonly incoming?: IncomingMessage;
}

/** Cuts the connection: the caller sees it die and learns nothing. Without a socket (in-process) it is a 599. */
export function hangUp(c: Context): Response {
  const { incoming }: NodeBindings = c.env ?? {};
  if (incoming === undefined) return new Response(null, { status: 599 });
  incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}
