import { Hono } from "hono";

/** The same bytes, headers included, without asking who calls or looking anything up. */
export function bareRoute(path: string, bytes: string, headers: Headers): Hono {
  const same = sameHeaders(headers);
  return new Hono().get(path, (c) => c.body(bytes, 200, same));
}

/** The headers of an answer, without those that the server sets by itself. */
export function sameHeaders(headers: Headers): Record<string, string> {
  const same = Object.fromEntries(headers);
  for (const ofTheServer of ["date", "connection", "keep-alive", "content-length", "transfer-encoding"]) {
    delete same[ofTheServer];
  }
  return same;
}
