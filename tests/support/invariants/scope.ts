import type { Database } from "../../../prisma/client.ts";
import type { SandboxReader } from "../sandbox-control.ts";

/** What the invariants are checked on: our books, and the chain they speak of. */
export interface InvariantScope {
  readonly db: Pick<Database, "sql">;
  readonly sandboxUrl: string;
}

export interface InvariantScene {
  readonly db: Pick<Database, "sql">;
  readonly sandbox: SandboxReader;
}

/** One sentence that is not true: "I2: user/usr_…/available …". */
export type BrokenInvariant = string;

export type Check = (scene: InvariantScene) => Promise<readonly BrokenInvariant[]>;

/** A check in SQL: every row of the query is one thing that is wrong, told by its only column, `what`. */
export const nothingSelectedBy =
  (invariant: string, sql: string) =>
  async ({ db }: Pick<InvariantScene, "db">): Promise<readonly BrokenInvariant[]> => {
    const { rows } = await db.sql.query<{ what: string }>(sql);
    return rows.map(({ what }) => `${invariant}: ${what}`);
  };
