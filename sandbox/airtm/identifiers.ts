import { randomBytes } from "node:crypto";

/** What Airtm shows its users as the number of an operation. */
export const newHash = (): string => randomBytes(8).toString("hex").toUpperCase();
