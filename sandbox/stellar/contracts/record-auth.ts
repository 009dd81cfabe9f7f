import { xdr } from "@stellar/stellar-sdk";
import { type Authorizer, type Frame, isContract, toInvokeArgs } from "./frames.ts";

interface Node {
  readonly frame: Frame;
  readonly children: Node[];
}

interface Root {
  readonly address: string;
  readonly node: Node;
}

export interface RecordingAuthorizer extends Authorizer {
  /** Everything that was asked for, as trees to be agreed to. */
  recorded(): { readonly address: string; readonly root: xdr.SorobanAuthorizedInvocation }[];
}

/** As simulation does: agrees to every call and remembers which agreements the real one will need. */
export function recordAuth(): RecordingAuthorizer {
  const roots: Root[] = [];
  const frames: { readonly frame: Frame; readonly asked: Map<string, Node> }[] = [];
  return {
    enter: (frame) => void frames.push({ frame, asked: new Map() }),
    leave: () => void frames.pop(),
    require(address) {
      const top = frames.at(-1);
      if (top === undefined || top.asked.has(address)) return;
      if (isContract(address) && frames.at(-2)?.frame.contractId === address) return;
      const node: Node = { frame: top.frame, children: [] };
      const above = frames.slice(0, -1).findLast(({ asked }) => asked.has(address));
      const parent = above?.asked.get(address);
      if (parent === undefined) roots.push({ address, node });
      else parent.children.push(node);
      top.asked.set(address, node);
    },
    recorded: () => roots.map(({ address, node }) => ({ address, root: toInvocation(node) })),
  };
}

function toInvocation(node: Node): xdr.SorobanAuthorizedInvocation {
  return new xdr.SorobanAuthorizedInvocation({
    function: xdr.SorobanAuthorizedFunction.sorobanAuthorizedFunctionTypeContractFn(toInvokeArgs(node.frame)),
    subInvocations: node.children.map(toInvocation),
  });
}
