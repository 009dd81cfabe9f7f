import { setTimeout as delay } from "node:timers/promises";

const POLL_MS = 100;

/** Asks until the answer is there, and returns it. @throws Error that says what was waited for in vain */
export async function until<Answer>(
  what: string,
  ask: () => Promise<Answer | null | undefined | false>,
  seconds = 60,
): Promise<Answer> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`waited ${seconds} s in vain until ${what}`);
    await delay(POLL_MS);
  }
}
