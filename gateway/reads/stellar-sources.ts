import { PROTOCOLS_TESTED } from "../../domain/chain/protocols.ts";
import type { Database } from "../../prisma/client.ts";
import { Degraded, NotReady } from "../not-ready.ts";

/** Workers look every fifteen seconds. */
const FRESH_MS = 60_000;

/**
 * How the workers saw each source of the chain a moment ago; null when none has looked lately.
 * @throws Degraded when one is not well, NotReady when none is
 */
export async function stellarSources(db: Database, now: Date): Promise<Record<string, unknown> | null> {
  const since = new Date(now.getTime() - FRESH_MS);
  const sources = await db.prisma.stellarSource.findMany({
    where: { seenAt: { gte: since } },
    orderBy: { source: "asc" },
  });
  if (sources.length === 0) return null;
  const detail = { protocolsTested: PROTOCOLS_TESTED, sources };
  const unwell = sources.filter(({ state }) => state !== "up");
  if (unwell.length === 0) return detail;
  const told = unwell.map(({ source, state, protocol }) => `${source} is ${wordsFor(state, protocol)}`).join("; ");
  if (unwell.every(({ state }) => state === "down") && unwell.length === sources.length) throw new NotReady(told);
  throw new Degraded(told, detail);
}

function wordsFor(state: string, protocol: number | null): string {
  if (state !== "newer") return state;
  return `newer than this release: its network runs protocol ${protocol}, tested are ${PROTOCOLS_TESTED.first} to ${PROTOCOLS_TESTED.last}`;
}
