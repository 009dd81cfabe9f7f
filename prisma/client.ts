import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client.ts";

/** One pool for both: Prisma for ordinary queries, plain SQL for the money core's single statements. */
export interface Database {
  readonly prisma: PrismaClient;
  readonly sql: pg.Pool;
  close(): Promise<void>;
}

export function openDatabase(url: string, options: { readonly connectionsMax?: number } = {}): Database {
  const sql = new pg.Pool({ connectionString: url, max: options.connectionsMax ?? 10, connectionTimeoutMillis: 5_000 });
  sql.on("error", () => {}); // an idle connection died; the next query opens another one or fails by itself
  // one that dies in the middle of a transaction fails its next query; unheard, its error would end the process
  sql.on("connect", (client) => client.on("error", () => {}));
  const prisma = new PrismaClient({ adapter: new PrismaPg(sql) });
  return {
    prisma,
    sql,
    close: async () => {
      await prisma.$disconnect();
      await sql.end();
    },
  };
}
