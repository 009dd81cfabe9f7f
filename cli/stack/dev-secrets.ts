import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { parseEnv } from "node:util";

/** The secrets that a development stack makes for itself; in production they come from outside. */
const MAKERS: Readonly<Record<string, () => string>> = {
  OFFERHUB_MASTER_KEY: () => `dev_${randomHex(24)}`,
  WALLET_ENCRYPTION_KEYS: () => `v1:${randomHex(32)}`,
  OFFERHUB_JWT_SECRET: () => randomHex(32),
  TRUSTLESS_WEBHOOK_SECRET: () => randomHex(32),
  WEBHOOK_SECRET_KEY: () => `v1:${randomHex(32)}`,
};

const randomHex = (bytes: number): string => randomBytes(bytes).toString("hex");

/**
 * Reads the secrets of this data directory, making those that are missing. They are made once and kept: wallets in the
 * database can be opened only with the key that closed them.
 */
export function devSecrets(path: string): Readonly<Record<string, string>> {
  const kept = existsSync(path) ? definedOnly(parseEnv(readFileSync(path, "utf8"))) : {};
  const missing = Object.keys(MAKERS).filter((name) => !kept[name]);
  if (missing.length === 0) return kept;
  const secrets = { ...kept, ...Object.fromEntries(missing.map((name) => [name, MAKERS[name]?.() ?? ""])) };
  const lines = Object.entries(secrets).map(([name, value]) => `${name}=${value}`);
  writeFileSync(
    `${path}.part`,
    `# Made for development on this machine. Never use in production.\n${lines.join("\n")}\n`,
    {
      mode: 0o600,
    },
  );
  chmodSync(`${path}.part`, 0o600);
  renameSync(`${path}.part`, path);
  return secrets;
}

const definedOnly = (env: NodeJS.Dict<string>): Record<string, string> =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
