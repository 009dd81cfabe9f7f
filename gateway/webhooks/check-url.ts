import type { GatewayDeps } from "../deps.ts";
import { invalid } from "../middleware/validate.ts";

/**
 * What can be said of an address before anything is sent to it. Where its name leads is checked by the worker, each time.
 * @throws AppError VALIDATION_ERROR
 */
export function checkUrl({ config }: GatewayDeps, text: string): void {
  const url = new URL(text);
  const schemes = config.webhooks.allowPrivateAddresses ? ["https:", "http:"] : ["https:"];
  if (!schemes.includes(url.protocol)) throw wrong(`must begin with ${schemes.map((one) => `${one}//`).join(" or ")}`);
  if (url.username || url.password) throw wrong("must not hold credentials: the signature proves who calls");
  if (url.hash) throw wrong("must not have a fragment");
}

const wrong = (message: string) => invalid([{ field: "url", message }]);
