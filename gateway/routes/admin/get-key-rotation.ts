import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { refuseBoundKey } from "../../grants.ts";
import { keyUsage } from "../../reads/key-usage.ts";
import { presentRotation } from "./present-rotation.ts";
import { KeyRotationWire } from "./schemas.ts";

export const getKeyRotation = endpoint(
  {
    method: "get",
    path: "/admin/wallets/rotate",
    operationId: "getKeyRotation",
    tag: "Admin",
    summary: "How many wallets each encryption key still seals, and where the rotation is.",
    access: "support",
    shape: "plain",
    status: 200,
    data: KeyRotationWire,
    errors: [],
  },
  async ({ caller, deps }) => {
    refuseBoundKey(caller);
    const [keys, rotation] = await Promise.all([keyUsage(deps.db), deps.temporal.rotation()]);
    return ok(presentRotation(keys, rotation));
  },
);
