import { type LookupAddress, lookup } from "node:dns";
import { type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address.ts";

export interface PostedEvent {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface PostOptions {
  readonly allowPrivateAddresses: boolean;
  readonly timeoutMs: number;
}

/** What came back; a redirect is an answer like any other and is not followed. */
export interface PostAnswer {
  readonly statusCode: number | null;
  readonly error: string | null;
  readonly answerPrefix: string | null;
}

const ANSWER_CHARACTERS = 500;
const ANSWER_BYTES = 4 * ANSWER_CHARACTERS;

/** Posts once. Where a name leads is checked when the connection is made, so that it cannot lead elsewhere afterwards. */
export async function postEvent(posted: PostedEvent, options: PostOptions): Promise<PostAnswer> {
  try {
    const response = await send(posted, options);
    const answerPrefix = await prefixOf(response).catch(() => null); // the status is the answer
    return { statusCode: response.statusCode ?? null, error: null, answerPrefix };
  } catch (error) {
    return { statusCode: null, error: reasonOf(error, options), answerPrefix: null };
  }
}

function send({ url, headers, body }: PostedEvent, options: PostOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const target = new URL(url);
    const literal = target.hostname.replace(/^\[|\]$/g, "");
    if (!options.allowPrivateAddresses && isIP(literal) !== 0 && !isPublicAddress(literal)) throw new NotPublic();
    const open = target.protocol === "https:" ? httpsRequest : httpRequest;
    const sent: ClientRequest = open(target, {
      method: "POST",
      headers: { ...headers, "content-length": Buffer.byteLength(body) },
      agent: false,
      signal: AbortSignal.timeout(options.timeoutMs),
      ...(!options.allowPrivateAddresses && { lookup: publicOnly }),
    });
    sent.once("response", resolve);
    sent.once("error", reject);
    sent.end(body);
  });
}

/** Resolves as ever, and refuses the whole name when any of its addresses is not on the internet. */
const publicOnly: LookupFunction = (hostname, options, callback) =>
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, "", 0);
    if (!addresses.every(({ address }) => isPublicAddress(address))) return callback(new NotPublic(), "", 0);
    if (options.all) return callback(null, addresses);
    const [first]: (LookupAddress | undefined)[] = addresses;
    callback(null, first?.address ?? "", first?.family ?? 0);
  });

class NotPublic extends Error {
  constructor() {
    super("the address is not a public one");
  }
}

async function prefixOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= ANSWER_BYTES) break; // leaving the loop hangs up
  }
  const text = Buffer.concat(chunks).toString("utf8").replaceAll("\u0000", "").toWellFormed();
  return text.slice(0, ANSWER_CHARACTERS).toWellFormed();
}

/** In words without addresses: who reads them may not know our network. */
function reasonOf(error: unknown, { timeoutMs }: PostOptions): string {
  if (error instanceof NotPublic) return error.message;
  const { name, code } = error as { readonly name?: string; readonly code?: string };
  if (name === "TimeoutError" || code === "ABORT_ERR") return `no answer within ${timeoutMs / 1000} s`;
  return `the endpoint could not be reached${code ? ` (${code})` : ""}`;
}
