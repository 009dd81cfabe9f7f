import type { Database } from "../../prisma/client.ts";

export type FreezeRow = Awaited<ReturnType<typeof findFreeze>>;

/** Whether outgoing money is held, by whom and why. */
export const findFreeze = (db: Database) => db.prisma.signingFreeze.findUniqueOrThrow({ where: { id: "self" } });
