import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { World } from "../../world.ts";

interface Placed {
  readonly paging_token: string;
}

/** Sends what there is after the cursor, then what every new ledger brings, until the client leaves. */
export function streamRecords(
  c: Context,
  world: World,
  since: (after: bigint) => readonly Placed[],
  now: bigint,
): Response {
  const asked = c.req.header("last-event-id") ?? c.req.query("cursor") ?? "";
  let after = /^\d+$/.test(asked) ? BigInt(asked) : asked === "now" ? now : 0n;
  return streamSSE(c, async (stream) => {
    await stream.writeSSE({ event: "open", data: '"hello"', retry: 1000 });
    while (!stream.aborted) {
      const closed = nextLedger(world, stream);
      for (const record of since(after)) {
        await stream.writeSSE({ id: record.paging_token, data: JSON.stringify(record) });
        after = BigInt(record.paging_token);
      }
      await closed;
    }
  });
}

function nextLedger(world: World, stream: { onAbort(listener: () => void): void }): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      world.ledger.changes.off("closed", done);
      resolve();
    };
    world.ledger.changes.on("closed", done);
    stream.onAbort(done);
  });
}
