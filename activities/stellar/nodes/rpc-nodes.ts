import type { rpc } from "@stellar/stellar-sdk";
import { StepFailure } from "../../failures.ts";
import { isOfNode, readAnswer } from "../reaching.ts";
import { Health } from "../wire.ts";
import { createRpcNode, type RpcNode } from "./rpc-node.ts";

/** The nodes that read and take transactions for us, each of another host. */
export interface RpcNodes {
  readonly all: readonly RpcNode[];
  /**
   * What the newest of them answers; the next one's answer where it fails. One that has not seen what was seen before is not
   * asked: its sequence numbers and ledgers are old.
   */
  newest<T>(what: string, ask: (server: rpc.Server) => Promise<T>): Promise<T>;
  /** What each of them answers that answers at all: where one that errs must not decide alone. @throws StepFailure when none does */
  each<T>(what: string, ask: (server: rpc.Server) => Promise<T>): Promise<readonly T[]>;
  /** From the newest to the oldest, those included that are behind; not those that do not answer. */
  ranked(): Promise<readonly RpcNode[]>;
}

/** A look at a node is good for this long. */
const LOOK_MS = 1_000;
/** What a node has shown is demanded of the others for this long: after that it may have been wrong itself. */
const FLOOR_MS = 60_000;

interface Looked {
  readonly node: RpcNode;
  readonly ledger: number;
  readonly failure: StepFailure | null;
}

export function createRpcNodes(urls: readonly string[], passphrase: string, timeoutMs: number): RpcNodes {
  const all = urls.map((url) => createRpcNode(url, passphrase, timeoutMs));
  const [only] = all;
  if (!only) throw new Error("no Stellar node is configured");
  const lookAtAll = remembered(() => Promise.all(all.map(lookAt)));
  const floor = createFloor();

  const sorted = async () => {
    const looks = [...(await lookAtAll())].sort((a, b) => b.ledger - a.ledger);
    floor.raise(Math.max(...looks.map(({ ledger }) => ledger)));
    return looks;
  };
  return {
    all,
    async ranked() {
      if (all.length === 1) return all;
      return (await sorted()).filter(({ failure }) => failure === null).map(({ node }) => node);
    },
    async each(what, ask) {
      const asked = all.map((node) => node.ask(`${what} (${node.source})`, ask));
      const heard = await Promise.allSettled(asked);
      const answers = heard.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
      if (answers.length === 0) await Promise.all(asked);
      return answers;
    },
    async newest(what, ask) {
      if (all.length === 1) return only.ask(what, ask);
      const looks = await sorted();
      let failure = looks.find((look) => look.failure !== null)?.failure ?? null;
      for (const { node } of looks.filter((look) => look.failure === null && look.ledger >= floor.ledger())) {
        try {
          return await node.ask(`${what} (${node.source})`, ask);
        } catch (error) {
          if (!isOfNode(error)) throw error;
          failure = error;
        }
      }
      throw failure ?? new StepFailure("NETWORK_BEHIND", `${what}: every node is behind ledger ${floor.ledger()}`);
    },
  };
}

async function lookAt(node: RpcNode): Promise<Looked> {
  try {
    const health = async (server: rpc.Server) => readAnswer(Health, await server.getHealth());
    const { latestLedger } = await node.ask(`health of ${node.source}`, health);
    return { node, ledger: latestLedger, failure: null };
  } catch (error) {
    if (!isOfNode(error)) throw error;
    return { node, ledger: 0, failure: error };
  }
}

/** Asked again only when the last answer is older than a moment; whoever asks meanwhile shares it. */
function remembered<T>(ask: () => Promise<T>): () => Promise<T> {
  let askedAt = Number.NEGATIVE_INFINITY;
  let answer: Promise<T> | null = null;
  return () => {
    if (answer === null || performance.now() - askedAt > LOOK_MS) {
      askedAt = performance.now();
      answer = ask();
    }
    return answer;
  };
}

function createFloor() {
  let highest = 0;
  let raisedAt = Number.NEGATIVE_INFINITY;
  const isFresh = () => performance.now() - raisedAt < FLOOR_MS;
  return {
    ledger: () => (isFresh() ? highest : 0),
    raise(ledger: number) {
      if (isFresh() && ledger <= highest) return;
      highest = ledger;
      raisedAt = performance.now();
    },
  };
}
