import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client, Connection } from "@temporalio/client";
import type { Database } from "../../prisma/client.ts";
import type { TestStack } from "./stack.ts";

/** A text that somebody other than us may come to read, and where it stands. */
export interface Said {
  readonly where: string;
  readonly text: string;
}

/** Everything that the logs of all processes hold. */
export function saidInLogs({ dataDir }: TestStack): Said[] {
  const folder = join(dataDir, "logs");
  return readdirSync(folder).map((name) => ({ where: `log ${name}`, text: readFileSync(join(folder, name), "utf8") }));
}

/** Every row of every table. */
export async function saidInDatabase({ sql }: Database): Promise<Said[]> {
  const tables = await sql.query<{ name: string }>(
    "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  const said = tables.rows.map(async ({ name }) => {
    const { rows } = await sql.query<{ row: string }>(`SELECT row_to_json(t)::text AS row FROM ${name} t`);
    return rows.map(({ row }) => ({ where: `table ${name}`, text: row }));
  });
  return (await Promise.all(said)).flat();
}

/** The whole history of every workflow: its texts, and what its payloads hold. */
export async function saidInHistories({ urls }: TestStack): Promise<Said[]> {
  const connection = await Connection.connect({ address: urls.temporalAddress });
  try {
    const { workflow } = new Client({ connection, namespace: urls.temporalNamespace });
    const said: Said[] = [];
    for await (const { workflowId, runId } of workflow.list()) {
      const history = await workflow.getHandle(workflowId, runId).fetchHistory();
      said.push({ where: `history of ${workflowId}`, text: textsIn(history).join("\n") });
    }
    return said;
  } finally {
    await connection.close();
  }
}

/** Every text in a value, bytes read as texts too. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value instanceof Uint8Array) return [Buffer.from(value).toString("utf8")];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...textsIn(inner)]);
}
