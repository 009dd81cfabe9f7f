import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

interface Problem {
  readonly status: ContentfulStatusCode;
  readonly type: string;
  readonly title: string;
  readonly detail?: string;
  readonly extras?: object;
}

/** Horizon's error body. */
export function problem(c: Context, { status, type, title, detail = title, extras }: Problem): Response {
  const body = { type: `https://stellar.org/horizon-errors/${type}`, title, status, detail, ...(extras && { extras }) };
  return c.json(body, status, { "content-type": "application/problem+json" });
}

export const notFound = (c: Context): Response =>
  problem(c, {
    status: 404,
    type: "not_found",
    title: "Resource Missing",
    detail: "The resource at the url requested was not found.",
  });

export const badRequest = (c: Context, detail: string, extras?: object): Response =>
  problem(c, { status: 400, type: "bad_request", title: "Bad Request", detail, ...(extras && { extras }) });
