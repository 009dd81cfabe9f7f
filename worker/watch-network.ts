import { setTimeout as delay } from "node:timers/promises";
import { keepSources, tellNewerProtocol } from "../activities/storage/stellar-sources.ts";
import { isProtocolNewer } from "../domain/chain/protocols.ts";
import type { WorkerDeps } from "./create-deps.ts";

const EVERY_MS = 15_000;

type Watched = Pick<WorkerDeps, "db" | "stellar" | "log" | "metrics">;

/** Looks at every source of the chain, as long as the worker runs, and tells what it sees before a payment meets it. */
export function watchNetwork(deps: Watched, network: string): { stop(): Promise<void> } {
  const end = new AbortController();
  const watching = (async () => {
    while (!end.signal.aborted) {
      await lookOnce(deps, network).catch((error: Error) =>
        deps.log.warn({ reason: error.message }, "the look at the Stellar sources was not kept"),
      );
      await delay(EVERY_MS, undefined, { signal: end.signal, ref: false }).catch(() => {});
    }
  })();
  return {
    async stop() {
      end.abort();
      await watching;
    },
  };
}

export async function lookOnce({ db, stellar, log, metrics }: Watched, network: string): Promise<void> {
  const sources = await stellar.sources();
  metrics.observeSources(sources);
  await keepSources(db, sources);
  const newest = Math.max(...sources.map(({ look }) => look?.protocol ?? 0));
  if (!isProtocolNewer(newest)) return;
  if (await tellNewerProtocol(db, network, newest))
    log.error({ network, protocol: newest }, "the network runs a protocol that this release was not tested with");
}
