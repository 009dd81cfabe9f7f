import { applyMigrations } from "./migrate.ts";

// Brings the database up to date: `DATABASE_URL=… node prisma/apply.ts`. A pooler is bypassed with DIRECT_URL.

const url = process.env.DIRECT_URL ?? process.env.DATABASE_URL;
if (!url) throw new Error("DATABASE_URL is missing");
const applied = await applyMigrations(url);
console.log(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
