import type { Horizon, rpc } from "@stellar/stellar-sdk";
import { judgeSource, type SourceLook, type SourceSeen } from "../../../domain/chain/source-state.ts";
import type { StepFailure } from "../../failures.ts";
import { isOfNode, readAnswer } from "../reaching.ts";
import { Health } from "../wire.ts";
import type { HorizonSource } from "./horizon-source.ts";
import type { RpcNode } from "./rpc-node.ts";
import type { RpcNodes } from "./rpc-nodes.ts";

type Asked = Pick<SourceSeen, "source" | "kind"> & { readonly answer: SourceLook | StepFailure };

/** How every source is, each asked for plain numbers only: they can be read whatever protocol its network runs. */
export async function lookAtSources(nodes: RpcNodes, horizon: HorizonSource | null): Promise<SourceSeen[]> {
  const asked = await Promise.all([...nodes.all.map(askNode), ...(horizon ? [askHorizon(horizon)] : [])]);
  const closeTimes = asked.map(({ answer }) => ("ledger" in answer ? (answer.closeTimeSeconds ?? 0) : 0));
  return asked.map((one) => toSeen(one, Math.max(...closeTimes)));
}

function toSeen({ source, kind, answer }: Asked, newestCloseSeconds: number): SourceSeen {
  if ("ledger" in answer) return { source, kind, look: answer, ...judgeSource(answer, newestCloseSeconds) };
  const state = answer.problem === "NETWORK_BEHIND" ? "behind" : "down";
  return { source, kind, look: null, state, reason: answer.message };
}

async function askNode({ source, ask }: RpcNode): Promise<Asked> {
  const answer = await orFailure(ask(`health of ${source}`, lookOf));
  return { source, kind: "rpc", answer };
}

async function lookOf(server: rpc.Server): Promise<SourceLook> {
  const [said, network] = await Promise.all([server.getHealth(), server.getNetwork()]);
  const { latestLedger: ledger, latestLedgerCloseTime } = readAnswer(Health, said);
  return { ledger, closeTimeSeconds: latestLedgerCloseTime ?? null, protocol: numberOf(network.protocolVersion) };
}

async function askHorizon({ source, ask }: HorizonSource): Promise<Asked> {
  const answer = await orFailure(ask(`root of ${source}`, async (server) => toLook(await server.root())));
  return { source, kind: "horizon", answer };
}

/** A Horizon that is older than its network's protocol takes in no more ledgers: its own last one is what it knows. */
export const toLook = (root: Awaited<ReturnType<Horizon.Server["root"]>>): SourceLook => ({
  ledger: root.history_latest_ledger,
  closeTimeSeconds: wholeSeconds(Date.parse(root.history_latest_ledger_closed_at) / 1000),
  protocol: numberOf(root.current_protocol_version),
});

async function orFailure(asked: Promise<SourceLook>): Promise<SourceLook | StepFailure> {
  try {
    return await asked;
  } catch (error) {
    if (!isOfNode(error)) throw error;
    return error;
  }
}

function wholeSeconds(value: number): number | null {
  const seconds = Math.floor(value);
  return Number.isFinite(seconds) ? seconds : null;
}

const numberOf = (value: unknown): number | null =>
  Number.isInteger(Number(value ?? Number.NaN)) ? Number(value) : null;
