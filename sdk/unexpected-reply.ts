import { UnexpectedReplyError } from "./errors.ts";

/** What was asked, e.g. "GET https://payments.example/api/v1/orders", and what answered it. */
interface Answered {
  readonly asked: string;
  readonly status: number;
}

/** @param what came, e.g. "no JSON" */
export function unexpectedReply({ asked, status }: Answered, what: string): UnexpectedReplyError {
  const message = `${asked} was answered with ${what}; that is not the API, see apiUrl and what stands before it`;
  return new UnexpectedReplyError({ message, code: "UNEXPECTED_REPLY", statusCode: status });
}

/**
 * The API redirects nobody. Followed, a POST would become a GET and the key would reach another place. A browser shows of a
 * redirect only that it was one.
 * @throws UnexpectedReplyError
 */
export function refuseRedirect(asked: string, response: Response): void {
  const { status, type, headers } = response;
  if (type !== "opaqueredirect" && (status < 300 || status > 399)) return;
  const location = headers.get("location");
  const to = location === null ? "" : ` to ${withoutQuery(location)}`;
  throw unexpectedReply({ asked, status }, `a redirect (${status || "3xx"})${to}`);
}

/** What stands behind the address may be secret. */
const withoutQuery = (location: string): string => location.split(/[?#]/)[0] ?? "";

/** The API's success body is an object with `data`. @throws UnexpectedReplyError */
export function requireEnvelope(answered: Answered, body: unknown, contentType: string | null): void {
  if (typeof body === "object" && body !== null && !Array.isArray(body) && Object.hasOwn(body, "data")) return;
  throw unexpectedReply(answered, body === undefined ? `no JSON (${contentType ?? "no content type"})` : "other JSON");
}
