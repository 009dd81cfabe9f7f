/** From now, for that long, and no longer than any of these ends: nobody lengthens a credential by making tokens of it. */
export function tokenLife(now: Date, ttlSeconds: number, ends: readonly (Date | null)[]) {
  const iat = Math.floor(now.getTime() / 1000);
  const limits = ends.flatMap((end) => (end ? [Math.floor(end.getTime() / 1000)] : []));
  const exp = Math.min(iat + ttlSeconds, ...limits);
  return { iat, exp, expiresAt: new Date(exp * 1000) };
}
