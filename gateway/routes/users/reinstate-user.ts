import { reinstateUser as reinstate } from "../../writes/suspend-user.ts";
import { suspensionEndpoint } from "./suspension-endpoint.ts";

export const reinstateUser = suspensionEndpoint({
  verb: "reinstate",
  operationId: "reinstateUser",
  summary:
    "Let a suspended user's money leave again, if it might before; what was parked meanwhile waits for a decision.",
  change: reinstate,
});
