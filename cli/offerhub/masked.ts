/** Enough of a key to tell it from others, and not enough to use it. */
export const maskedKey = (key: string): string => (key.length > 16 ? `${key.slice(0, 8)}…${key.slice(-4)}` : "…");
