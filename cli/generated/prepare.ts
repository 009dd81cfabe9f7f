import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../project-root.ts";
import { generatePrismaClient } from "./prisma-client.ts";

const SCHEMA = join(PROJECT_ROOT, "prisma", "schema.prisma");
const STAMP = join(PROJECT_ROOT, "prisma", "generated", ".schema");

/** What the code imports but is not in the repository: made when it is missing, or when its source has changed. */
export async function prepareGenerated(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<void> {
  const digest = createHash("sha256").update(readFileSync(SCHEMA)).digest("hex");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === digest) return;
  say("Generating the database client …");
  await generatePrismaClient(env);
  writeFileSync(STAMP, digest);
}
