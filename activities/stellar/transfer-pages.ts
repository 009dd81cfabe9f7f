import type { EventPosition, StellarClient, TransferPage } from "./client.ts";

const PAGE_EVENTS = 1_000;

/** The pages of the token's events from a position on, until a Stellar ledger is read whole or the node has no more. */
export async function* transferPages(
  stellar: StellarClient,
  position: EventPosition,
  throughLedger: number,
): AsyncGenerator<TransferPage> {
  let page = await stellar.transferEvents(position, PAGE_EVENTS);
  for (;;) {
    yield page;
    if (page.readThrough.ledger >= throughLedger || !page.hasMore) return;
    page = await stellar.transferEvents({ cursor: page.cursor }, PAGE_EVENTS);
  }
}
