import { StepFailure } from "../../failures.ts";
import { isOfNode, reaching } from "../reaching.ts";

/** Somebody who tells of the chain. */
export interface Source<Server> {
  /** What operators know it by, and no key that may stand in its URL. */
  readonly source: string;
  /** One exchange with it. @throws StepFailure of the source, also while it is on another network */
  ask<T>(what: string, exchange: (server: Server) => Promise<T>): Promise<T>;
}

interface Described<Server> {
  readonly source: string;
  readonly server: Server;
  /** Which network must answer. */
  readonly passphrase: string;
  readonly tellPassphrase: () => Promise<string>;
}

/** A source is asked which network it is on before its first word counts, and again after it was away: another may answer there since. */
export function sourceOf<Server>({ source, server, passphrase, tellPassphrase }: Described<Server>): Source<Server> {
  let isOurs = false;
  const requireOurs = async () => {
    const told = await tellPassphrase();
    if (told === passphrase) return;
    throw new StepFailure("CHAIN_UNREACHABLE", `${source} is on another network: "${told}", not "${passphrase}"`);
  };
  return {
    source,
    async ask(what, exchange) {
      try {
        return await reaching(what, async () => {
          if (!isOurs) await requireOurs();
          isOurs = true;
          return exchange(server);
        });
      } catch (error) {
        if (isOfNode(error)) isOurs = false;
        throw error;
      }
    },
  };
}
