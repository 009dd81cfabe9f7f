import { isProtocolNewer } from "./protocols.ts";

/**
 * How a source of the chain is:
 * - `up`: it answers, follows the network, and speaks a protocol that this release was tested with
 * - `behind`: it answers, and has not seen the newest Stellar ledgers
 * - `newer`: its network runs a protocol that this release was not tested with
 * - `down`: no answer
 */
export type SourceState = "up" | "behind" | "newer" | "down";

/** What a source said of itself. */
export interface SourceLook {
  readonly ledger: number;
  /** Unix seconds; null where it does not tell. */
  readonly closeTimeSeconds: number | null;
  readonly protocol: number | null;
}

export interface SourceSeen {
  /** The host that answers, without anything that may be a key. */
  readonly source: string;
  readonly kind: "rpc" | "horizon";
  readonly state: SourceState;
  readonly look: SourceLook | null;
  /** Why it is not up; null when it is. */
  readonly reason: string | null;
}

/** Ledgers close every five seconds or faster; a node that says nothing itself counts as behind after this long. */
const BEHIND_SECONDS = 60;

/** Judges a source that answered, beside the newest close time that any source has shown. */
export function judgeSource(look: SourceLook, newestCloseSeconds: number): Pick<SourceSeen, "state" | "reason"> {
  const { protocol, closeTimeSeconds } = look;
  if (protocol !== null && isProtocolNewer(protocol)) {
    return { state: "newer", reason: `its network runs protocol ${protocol}` };
  }
  const lagSeconds = closeTimeSeconds === null ? 0 : newestCloseSeconds - closeTimeSeconds;
  if (lagSeconds > BEHIND_SECONDS) return { state: "behind", reason: `${Math.round(lagSeconds)} s behind the others` };
  return { state: "up", reason: null };
}
