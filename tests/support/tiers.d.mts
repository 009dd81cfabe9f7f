export interface Tier {
  readonly name: string;
  readonly folders: readonly string[];
  readonly without: readonly string[];
  readonly needsServers: boolean;
}

export const TIERS: readonly Tier[];
