import type { Database } from "../../prisma/client.ts";
import { NotReady } from "../not-ready.ts";

/** How far the deposit follower has read, and how long ago. */
export async function depositCursors(db: Database, now: Date): Promise<Record<string, unknown>> {
  const cursors = await db.prisma.streamCursor.findMany({ orderBy: { updatedAt: "desc" } });
  const [latest] = cursors;
  if (!latest) throw new NotReady("no deposit was looked for yet");
  const unread = await db.prisma.unreadEvent.count({ where: { readAt: null } });
  if (unread > 0) throw new NotReady(`${unread} events of the token cannot be read by this release; none is lost`);
  const ageSeconds = (at: Date | null) => (at ? Math.max(0, Math.round((now.getTime() - at.getTime()) / 1000)) : null);
  return {
    cursor: latest.cursor,
    ledger: latest.ledger,
    ledgerClosedAt: latest.ledgerClosedAt?.toISOString() ?? null,
    ledgerAgeSeconds: ageSeconds(latest.ledgerClosedAt),
    ageSeconds: ageSeconds(latest.updatedAt),
    /** Stretches of Stellar ledgers that no node could show any more; what arrived in them is not credited. */
    unseenStretches: await db.prisma.streamGap.count(),
  };
}
