import type { SandboxTransaction } from "../sandbox-control.ts";
import type { Check, InvariantScene } from "./scope.ts";

interface StoredAttempt {
  readonly stepKey: string;
  readonly hash: string;
  readonly outcome: string | null;
}

const storedAttempts = async ({ db }: InvariantScene): Promise<readonly StoredAttempt[]> =>
  (await db.sql.query<StoredAttempt>('SELECT step_key AS "stepKey", hash, outcome FROM chain_transaction')).rows;

/**
 * I3, at most once: of every intent the chain holds at most one effect, and nothing that our wallets are the source of is
 * there without having been stored first.
 */
export const oneEffectPerStep: Check = async (scene) => {
  const { rows: wallets } = await scene.db.sql.query<{ address: string }>("SELECT public_key AS address FROM wallet");
  const ours = new Set(wallets.map(({ address }) => address));
  const chain = await scene.sandbox.transactions();
  const stored = await storedAttempts(scene); // after the chain: what is on it was stored before
  const stepOf = new Map(stored.map(({ hash, stepKey }) => [hash, stepKey]));
  const effects = chain.filter(({ successful, hash, source }) => successful && (stepOf.has(hash) || ours.has(source)));
  return [
    ...effects.filter(({ hash }) => !stepOf.has(hash)).map((one) => `I3: ${say(one)} of our wallet was never stored`),
    ...[...Map.groupBy(effects, ({ hash }) => stepOf.get(hash))]
      .filter(([stepKey, applied]) => stepKey !== undefined && applied.length > 1)
      .map(([stepKey, applied]) => `I3: ${stepKey} happened ${applied.length} times: ${applied.map(say).join(", ")}`),
  ];
};

/** I3, and the end we recorded of a transaction is the one the chain shows; what we call dead is not there. */
export const settledAsTheChainSays: Check = async (scene) => {
  const stored = await storedAttempts(scene); // before the chain: what is settled was on it
  const chain = new Map((await scene.sandbox.transactions()).map((one) => [one.hash, one]));
  return stored.flatMap(({ hash, outcome, stepKey }) => {
    const seen = endOnChain(chain.get(hash));
    if (outcome === null || outcome === seen) return [];
    return [`I3: ${stepKey} is settled as ${outcome}, the chain says ${seen} of ${hash}`];
  });
};

function endOnChain(transaction: SandboxTransaction | undefined): "SUCCEEDED" | "FAILED" | "EXPIRED" {
  if (!transaction) return "EXPIRED";
  return transaction.successful ? "SUCCEEDED" : "FAILED";
}

const say = ({ hash, operations }: SandboxTransaction): string => `${operations.join("+")} ${hash.slice(0, 8)}`;
