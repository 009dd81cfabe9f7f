const DEFAULT_SECONDS = 28;
const MAX_SECONDS = 60;

export interface Preference {
  readonly waitSeconds: number;
  /** What was followed, for `Preference-Applied`; null when the caller asked for nothing. */
  readonly applied: string | null;
}

/** How long the caller wants to wait (RFC 7240). Without a wish the reply leaves before existing clients hang up at 30 s. */
export function preferenceOf(header: string | undefined): Preference {
  const wishes = (header ?? "").split(",").map((wish) => wish.trim().toLowerCase());
  if (wishes.includes("respond-async")) return { waitSeconds: 0, applied: "respond-async" };
  const seconds = wishes.flatMap((wish) => /^wait\s*=\s*"?(\d{1,6})"?$/.exec(wish)?.[1] ?? []).at(0);
  if (seconds === undefined) return { waitSeconds: DEFAULT_SECONDS, applied: null };
  const waitSeconds = Math.min(Number(seconds), MAX_SECONDS);
  return { waitSeconds, applied: `wait=${waitSeconds}` };
}
