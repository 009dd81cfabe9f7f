import type { Caller as CommandCaller } from "../workflows/contracts/operating.ts";
import type { CallContext } from "./endpoint.ts";

/** Who asked, as workflows record it. */
export const commandCaller = ({ caller, requestId }: Pick<CallContext, "caller" | "requestId">): CommandCaller => ({
  keyId: caller.keyId,
  correlationId: requestId,
  ...(caller.boundUserId !== null && { userId: caller.boundUserId }),
});
