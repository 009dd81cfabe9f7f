import type { GatewayDeps } from "../../deps.ts";
import { invalid } from "../../middleware/validate.ts";

/** Where users may be sent afterwards: only what the marketplace named here, or the installation's own pages. @throws AppError VALIDATION_ERROR */
export function checkPages({ config }: GatewayDeps, pages: Readonly<Record<string, string | null>>): void {
  const schemes = config.webhooks.allowPrivateAddresses ? ["https:", "http:"] : ["https:"];
  const wrong = Object.entries(pages).flatMap(([field, page]) => {
    if (page === null) return [];
    const { protocol, username, password } = new URL(page);
    if (!schemes.includes(protocol)) return [{ field, message: `must begin with ${schemes.join("// or ")}//` }];
    return username || password ? [{ field, message: "must not hold credentials" }] : [];
  });
  if (wrong.length > 0) throw invalid(wrong);
}
