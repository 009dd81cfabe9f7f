import { AppError } from "../../domain/errors.ts";
import { invalid } from "./validate.ts";

export const BODY_BYTES_MAX = 100 * 1024;
const NESTING_MAX = 32;

/** The JSON object in a body; none is the empty one. @throws AppError VALIDATION_ERROR */
export function parseBody(bytes: Buffer): Record<string, unknown> {
  const text = decode(bytes);
  if (text.trim() === "") return {};
  const body = parseJson(text);
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw badBody("must be a JSON object");
  refuseUnstorable(body);
  return body as Record<string, unknown>;
}

/** The body as it came. @throws AppError PAYLOAD_TOO_LARGE */
export async function readBytes(request: Request): Promise<Buffer> {
  if (Number(request.headers.get("content-length") ?? 0) > BODY_BYTES_MAX) throw new AppError("PAYLOAD_TOO_LARGE");
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > BODY_BYTES_MAX) throw new AppError("PAYLOAD_TOO_LARGE");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw badBody("must be UTF-8");
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badBody("must be well-formed JSON");
  }
}

/** Text that Postgres cannot store (NUL, half a surrogate pair) and nesting without end. @throws AppError VALIDATION_ERROR */
export function refuseUnstorable(value: unknown, path = "", depth = 0): void {
  if (typeof value === "string" && isUnstorable(value)) throw badBody("contains characters that are no text", path);
  if (typeof value !== "object" || value === null) return;
  if (depth >= NESTING_MAX) throw badBody("is nested too deeply", path);
  for (const [name, content] of Object.entries(value)) {
    if (isUnstorable(name)) throw badBody("has a name that is no text", path);
    refuseUnstorable(content, path ? `${path}.${name}` : name, depth + 1);
  }
}

const isUnstorable = (text: string): boolean => text.includes("\u0000") || !text.isWellFormed();
const badBody = (message: string, field = "body"): AppError => invalid([{ field, message }]);
