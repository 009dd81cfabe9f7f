import { join } from "node:path";
import type { PaymentProviderName } from "../stack/stack.ts";

/** By what money moves, or the end of this process with the usage. */
export function providerOrExit(name: string, usage: string): PaymentProviderName {
  if (name === "crypto" || name === "airtm") return name;
  console.error(`--provider must be crypto or airtm\n\n${usage}`);
  process.exit(2);
}

/** What happened with one provider is no use to the other. */
export const dataDirFor = (provider: PaymentProviderName, env: NodeJS.ProcessEnv): string =>
  join(env.DATA_DIR ?? ".orchestrator", provider === "airtm" ? "airtm" : "");
