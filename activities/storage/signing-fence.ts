import type { Database } from "../../prisma/client.ts";

type Sql = Pick<Database, "sql">;

export interface Fence {
  readonly holder: string;
  readonly epoch: number;
  readonly takenAt: Date;
  /** Who asks. */
  readonly own: string;
}

/** Who signs, seen by a deployment of this name (null: named after its database); null while nobody has begun to. */
export async function fenceSeenBy({ sql }: Sql, deploymentId: string | null): Promise<Fence | null> {
  const { rows } = await sql.query<Fence>(
    `SELECT holder, epoch, taken_at AS "takenAt", deployment_of($1) AS own FROM signing_fence WHERE holder IS NOT NULL`,
    [deploymentId],
  );
  return rows[0] ?? null;
}

/** Takes the fence where nobody holds it yet, and says who holds it. Of many that start at once one takes it. */
export async function claimFence(db: Sql, deploymentId: string | null): Promise<Fence> {
  await db.sql.query(
    `UPDATE signing_fence SET holder = deployment_of($1), taken_by = 'worker', taken_at = clock_timestamp(),
       reason = 'the first start of this installation' WHERE holder IS NULL`,
    [deploymentId],
  );
  const fence = await fenceSeenBy(db, deploymentId);
  if (!fence) throw new Error("the fence was claimed and nobody holds it");
  return fence;
}

export const whoHolds = ({ holder, own, takenAt }: Fence): string =>
  `the deployment "${holder}" signs since ${takenAt.toISOString()}, and this is "${own}"`;
