import type { xdr } from "@stellar/stellar-sdk";
import { type Authorizer, type Frame, frameBytes, hostError, isContract } from "./frames.ts";

/** An invocation tree that `address` has agreed to. */
export interface Agreement {
  readonly address: string;
  readonly root: xdr.SorobanAuthorizedInvocation;
}

/** Follows one agreement through the calls: the node each frame on the stack has used, or null. */
interface Tracker {
  readonly agreement: Agreement;
  readonly used: Set<xdr.SorobanAuthorizedInvocation>;
  readonly stack: (xdr.SorobanAuthorizedInvocation | null)[];
}

/** As the host does when it applies: each agreed invocation allows one call, below the one it is nested in. */
export function enforceAuth(agreements: readonly Agreement[]): Authorizer {
  const trackers: Tracker[] = agreements.map((agreement) => ({ agreement, used: new Set(), stack: [] }));
  const frames: Frame[] = [];
  return {
    enter(frame) {
      frames.push(frame);
      for (const tracker of trackers) tracker.stack.push(null);
    },
    leave() {
      frames.pop();
      for (const tracker of trackers) tracker.stack.pop();
    },
    require(address) {
      const frame = frames.at(-1);
      if (frame === undefined) return;
      if (isContract(address) && frames.at(-2)?.contractId === address) return;
      const bytes = frameBytes(frame);
      const agreed = trackers.some((tracker) => tracker.agreement.address === address && allow(tracker, bytes));
      if (!agreed) throw hostError(frame.contractId, "Auth, InvalidAction");
    },
  };
}

function allow(tracker: Tracker, bytes: string): boolean {
  const top = tracker.stack.length - 1;
  if (tracker.stack[top] !== null) return true;
  const above = tracker.stack.findLast((node) => node !== null);
  const candidates = above === undefined ? [tracker.agreement.root] : (above?.subInvocations ?? []);
  const found = candidates.find((node) => !tracker.used.has(node) && invocationBytes(node) === bytes);
  if (found === undefined) return false;
  tracker.used.add(found);
  tracker.stack[top] = found;
  return true;
}

function invocationBytes(invocation: xdr.SorobanAuthorizedInvocation): string | null {
  const called = invocation.function;
  return called.type === "sorobanAuthorizedFunctionTypeContractFn" ? called.contractFn.toXdr("base64") : null;
}
