import { setTimeout as delay } from "node:timers/promises";

const PATIENCE_SECONDS = 60;

/** Asks until the answer is something, and gives it. @throws Error after a minute */
export async function until<Found>(what: string, ask: () => Promise<Found | null | false>): Promise<Found> {
  const deadline = Date.now() + PATIENCE_SECONDS * 1000;
  for (;;) {
    const found = await ask();
    if (found !== null && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`waited ${PATIENCE_SECONDS} s in vain until ${what}`);
    await delay(200);
  }
}
