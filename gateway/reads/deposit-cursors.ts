import type { Database } from "../../prisma/client.ts";
import { Degraded, NotReady } from "../not-ready.ts";

/** The follower looks twice a second; longer means that none runs, or that nothing which it can read answers. */
const LOOK_SECONDS_MAX = 60;
/** A ledger closes every five seconds or faster: longer means that the node is behind, or the follower. */
const LEDGER_SECONDS_MAX = 300;

/** How far the deposit follower has read, and how long ago. */
export async function depositCursors(db: Database, now: Date): Promise<Record<string, unknown>> {
  const cursors = await db.prisma.streamCursor.findMany({ orderBy: { updatedAt: "desc" } });
  const [latest] = cursors;
  if (!latest) throw new NotReady("no deposit was looked for yet");
  const unread = await db.prisma.unreadEvent.count({ where: { readAt: null } });
  if (unread > 0) throw new NotReady(`${unread} events of the token cannot be read by this release; none is lost`);
  const ageSeconds = (at: Date | null) => (at ? Math.max(0, Math.round((now.getTime() - at.getTime()) / 1000)) : null);
  const detail = {
    cursor: latest.cursor,
    ledger: latest.ledger,
    ledgerClosedAt: latest.ledgerClosedAt?.toISOString() ?? null,
    ledgerAgeSeconds: ageSeconds(latest.ledgerClosedAt),
    ageSeconds: ageSeconds(latest.updatedAt),
    /** Stretches of Stellar ledgers that no node could show any more; what arrived in them is not credited. */
    unseenStretches: await db.prisma.streamGap.count(),
  };
  const late = lateness(detail);
  if (late !== null) throw new Degraded(late, detail);
  return detail;
}

function lateness({ ageSeconds, ledgerAgeSeconds }: Record<"ageSeconds" | "ledgerAgeSeconds", number | null>) {
  if (ageSeconds !== null && ageSeconds > LOOK_SECONDS_MAX) return `nobody has looked for deposits for ${ageSeconds} s`;
  if (ledgerAgeSeconds !== null && ledgerAgeSeconds > LEDGER_SECONDS_MAX)
    return `deposits are read only as of ${ledgerAgeSeconds} s ago`;
  return null;
}
