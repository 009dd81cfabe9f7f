import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { AuthMeWire } from "./schemas.ts";

export const getAuthMe = endpoint(
  {
    method: "get",
    path: "/auth/me",
    operationId: "getAuthMe",
    tag: "Auth",
    summary: "The credential that was sent.",
    access: "any",
    shape: "plain",
    status: 200,
    data: AuthMeWire,
    errors: [],
  },
  async ({ caller }) => ok({ apiKeyId: caller.keyId, apiKeyName: caller.name, scopes: [...caller.scopes] }),
);
