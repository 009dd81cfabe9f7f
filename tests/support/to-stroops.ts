import { parseStroops } from "../../domain/money.ts";

/** An amount of the sandbox, which may be below zero. */
export const toStroops = (text: string): bigint =>
  text.startsWith("-") ? -parseStroops(text.slice(1)) : parseStroops(text);
