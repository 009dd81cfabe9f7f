import { Keypair } from "@stellar/stellar-sdk";
import { parseKeyRing } from "../../activities/stellar/key-ring.ts";
import type { Stack } from "../../cli/stack/stack.ts";
import type { Database } from "../../prisma/client.ts";
import type { Said } from "./everything-said.ts";

/** A secret in one of the forms in which it could leak. */
export interface Secret {
  readonly name: string;
  readonly text: string;
}

/** The settings of gateway and worker that nobody may learn. */
const SECRET_SETTINGS = [
  "OFFERHUB_MASTER_KEY",
  "OFFERHUB_JWT_SECRET",
  "TRUSTLESS_WEBHOOK_SECRET",
  "TRUSTLESS_API_KEY",
  "WALLET_ENCRYPTION_KEYS",
  "WEBHOOK_SECRET_KEY",
] as const;
const RINGS: readonly string[] = ["WALLET_ENCRYPTION_KEYS", "WEBHOOK_SECRET_KEY"];

export function secretSettings({ environment }: Stack): Secret[] {
  return SECRET_SETTINGS.flatMap((name) => {
    const value = environment[name];
    if (!value) throw new Error(`the stack has no ${name}`);
    const isRing = RINGS.includes(name);
    const texts = isRing ? value.split(",").map((key) => key.split(":").at(-1) ?? key) : [value];
    return texts.flatMap((text) => (isRing ? keyForms(name, Buffer.from(text, "hex")) : [{ name, text }]));
  });
}

/** The secret keys of every wallet, opened under the ring. */
export async function walletSecrets({ environment }: Stack, { sql }: Database): Promise<Secret[]> {
  const ring = parseKeyRing(environment.WALLET_ENCRYPTION_KEYS ?? "");
  const { rows } = await sql.query<{ owner: string; sealed: string }>(
    "SELECT COALESCE(user_id, 'platform/' || platform_role) AS owner, secret_ciphertext AS sealed FROM wallet",
  );
  return rows.flatMap(({ owner, sealed }) => {
    const secret = ring.open(sealed, { owner, purpose: "stellar-account" });
    const name = `secret key of ${owner}`;
    return [{ name, text: secret }, ...keyForms(name, Keypair.fromSecret(secret).rawSecretKey())];
  });
}

const keyForms = (name: string, key: Uint8Array): Secret[] =>
  (["hex", "base64", "base64url"] as const).map((form) => ({
    name: `${name} (${form})`,
    text: Buffer.from(key).toString(form).replace(/=+$/, ""),
  }));

/** Where which secret was said. */
export const leaks = (said: readonly Said[], secrets: readonly Secret[]): string[] =>
  said.flatMap(({ where, text }) => {
    const lowerCase = text.toLowerCase();
    return secrets
      .filter((secret) => lowerCase.includes(secret.text.toLowerCase()))
      .map(({ name }) => `${name} in ${where}`);
  });
