import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseEnv } from "node:util";
import type { World } from "./world.ts";

type Place = Pick<World, "env" | "cwd" | "homeDir">;

export interface Setting {
  readonly value: string;
  /** Where it was found, for people. */
  readonly from: string;
}

export interface Settings {
  readonly apiUrl: Setting | null;
  readonly apiKey: Setting | null;
}

export interface StoredSettings {
  readonly apiUrl?: string;
  readonly apiKey?: string;
}

export const configPath = (homeDir: string): string => join(homeDir, ".offerhub", "config.json");

/** Each setting from the environment, else from `.env`, else from the file in the home directory. */
export function readSettings({ env, cwd, homeDir }: Place): Settings {
  const dotEnv = readDotEnv(join(cwd, ".env"));
  const stored = readStored(homeDir);
  const find = (name: string, storedValue: string | undefined): Setting | null => {
    if (env[name]) return { value: env[name], from: name };
    if (dotEnv[name]) return { value: dotEnv[name], from: ".env" };
    return storedValue ? { value: storedValue, from: configPath(homeDir) } : null;
  };
  return { apiUrl: find("OFFERHUB_API_URL", stored.apiUrl), apiKey: find("OFFERHUB_API_KEY", stored.apiKey) };
}

/** Whether users here have Stellar wallets, for which a key is needed. */
export const isCryptoMode = ({ env, cwd }: Place): boolean =>
  (env.PAYMENT_PROVIDER ?? readDotEnv(join(cwd, ".env")).PAYMENT_PROVIDER ?? "crypto") === "crypto";

/** Keeps what is given and what was there; only its owner may read the file. */
export function storeSettings(homeDir: string, given: StoredSettings): string {
  const path = configPath(homeDir);
  const kept = { ...readStored(homeDir), ...given };
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.part`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.part`, path);
  return path;
}

function readStored(homeDir: string): StoredSettings {
  const path = configPath(homeDir);
  if (!existsSync(path)) return {};
  try {
    const { apiUrl, apiKey } = JSON.parse(readFileSync(path, "utf8"));
    return { ...(typeof apiUrl === "string" && { apiUrl }), ...(typeof apiKey === "string" && { apiKey }) };
  } catch {
    throw new Error(`${path} is no JSON object: correct it, or remove it and run: offerhub config set`);
  }
}

const readDotEnv = (path: string): NodeJS.Dict<string> =>
  existsSync(path) ? parseEnv(readFileSync(path, "utf8")) : {};
