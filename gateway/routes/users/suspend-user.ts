import { suspendUser as suspend } from "../../writes/suspend-user.ts";
import { suspensionEndpoint } from "./suspension-endpoint.ts";

export const suspendUser = suspensionEndpoint({
  verb: "suspend",
  operationId: "suspendUser",
  summary: "Hold back everything that would leave a user; what comes in goes on.",
  change: suspend,
});
