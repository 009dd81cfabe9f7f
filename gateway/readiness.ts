import type { GatewayDeps } from "./deps.ts";
import { Degraded, NotReady } from "./not-ready.ts";
import { objectionToMode } from "./payment-mode.ts";
import { depositCursors } from "./reads/deposit-cursors.ts";
import { stellarSources } from "./reads/stellar-sources.ts";

export interface DependencyState {
  /** `degraded`: it answers, and something about it wants a person. `disabled`: not part of this installation. */
  readonly status: "up" | "degraded" | "down" | "disabled";
  /** Without it the gateway cannot serve; the others only degrade it. */
  readonly required: boolean;
  readonly latencyMs: number;
  readonly error: string | null;
  readonly detail: Record<string, unknown> | null;
}

type Probe = () => Promise<Record<string, unknown> | null>;

const DISABLED: DependencyState = { status: "disabled", required: false, latencyMs: 0, error: null, detail: null };

const DEADLINE_MS = 3_000;

/** Asks every dependency at once; none can hold the answer up. */
export async function dependencyStates(deps: GatewayDeps): Promise<Record<string, DependencyState>> {
  const { db, redis, temporal, horizon, trustlessWork, airtm, now } = deps;
  const probes: Record<string, readonly [boolean, Probe]> = {
    database: [true, () => silently(db.sql.query("SELECT 1"))],
    redis: [true, () => silently(redis.ping())],
    temporal: [true, () => silently(temporal.ping())],
    workers: [true, async () => refuseNone(await temporal.workers())],
    paymentProvider: [true, async () => refuseAnother(await objectionToMode(deps))],
    deposits: [false, () => depositCursors(db, now())],
    stellar: [false, async () => (await stellarSources(db, now())) ?? silently(horizon.ping())],
    ...(trustlessWork && { trustlessWork: [false, () => silently(trustlessWork.ping())] as const }),
    ...(airtm && { airtm: [false, () => silently(airtm.ping())] as const }),
  };
  const entries = Object.entries(probes).map(
    async ([name, [required, probe]]) => [name, await stateOf(required, probe)] as const,
  );
  // What there is no probe for is not there: fiat by Airtm, in crypto mode.
  return { trustlessWork: DISABLED, airtm: DISABLED, ...Object.fromEntries(await Promise.all(entries)) };
}

export const isServing = (states: Record<string, DependencyState>): boolean =>
  Object.values(states).every(({ status, required }) => status !== "down" || !required);

export const isWhole = (states: Record<string, DependencyState>): boolean =>
  Object.values(states).every(({ status }) => status !== "down" && status !== "degraded");

async function stateOf(required: boolean, probe: Probe): Promise<DependencyState> {
  const startedAt = performance.now();
  const latencyMs = () => Math.round(performance.now() - startedAt);
  try {
    const detail = await Promise.race([probe(), expiry()]);
    return { status: "up", required, latencyMs: latencyMs(), error: null, detail };
  } catch (error) {
    if (error instanceof Degraded) {
      return { status: "degraded", required, latencyMs: latencyMs(), error: error.message, detail: error.detail };
    }
    const reason = error instanceof NotReady ? error.message : "no answer";
    return { status: "down", required, latencyMs: latencyMs(), error: reason, detail: null };
  }
}

const silently = async (answer: Promise<unknown>): Promise<null> => {
  await answer;
  return null;
};

function refuseAnother(objection: string | null): null {
  if (objection !== null) throw new NotReady(objection);
  return null;
}

function refuseNone(workers: number): Record<string, unknown> {
  if (workers === 0) throw new NotReady("no worker asks for payments");
  return { pollers: workers };
}

const expiry = () =>
  new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new NotReady("no answer in time")), DEADLINE_MS).unref();
  });
