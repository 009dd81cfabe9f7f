import { StepFailure } from "../../failures.ts";

/** Which network a source is on, asked before its first word counts, and again after it was away: another may answer there since. */
export interface NetworkOf {
  /** @throws StepFailure CHAIN_UNREACHABLE while it is on another one */
  requireOurs(): Promise<void>;
  forget(): void;
}

export function networkOf(source: string, passphrase: string, ask: () => Promise<string>): NetworkOf {
  let isOurs = false;
  return {
    async requireOurs() {
      if (isOurs) return;
      const told = await ask();
      if (told !== passphrase) {
        const message = `${source} is on another network: "${told}", not "${passphrase}"`;
        throw new StepFailure("CHAIN_UNREACHABLE", message);
      }
      isOurs = true;
    },
    forget() {
      isOurs = false;
    },
  };
}
