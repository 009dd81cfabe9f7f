import { VERSION } from "../../config.ts";
import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { marketplaceIdOf } from "../../writes/ensure-installation.ts";
import { MeWire } from "./schemas.ts";

export const getMe = endpoint(
  {
    method: "get",
    path: "/me",
    operationId: "getMe",
    tag: "Auth",
    summary: "The installation and the credential that was sent.",
    access: "any",
    shape: "plain",
    status: 200,
    data: MeWire,
    errors: [],
  },
  async ({ caller, deps }) =>
    ok({
      marketplaceId: await marketplaceIdOf(deps.db),
      apiKey: { id: caller.keyId, name: caller.name, scopes: [...caller.scopes] },
      environment: deps.config.environment,
      version: VERSION,
    }),
);
