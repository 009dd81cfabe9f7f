import { Command } from "commander";
import { type CliDeps, CliError } from "../deps.ts";
import { isCryptoMode, storeSettings } from "../settings.ts";

/** Keeps address and key in the home directory. */
export const configSet = ({ world, show, note }: CliDeps) =>
  new Command("set")
    .description("keep where the installation is, and with which key, in ~/.offerhub/config.json")
    .option("--api-url <url>", "such as https://payments.example.com")
    .option("--api-key <key>", "ohk_…")
    .action(({ apiUrl, apiKey }: { apiUrl?: string; apiKey?: string }) => {
      if (!apiUrl && !apiKey) throw new CliError("nothing to set: give --api-url, --api-key or both");
      if (apiUrl && !isHttpUrl(apiUrl)) throw new CliError(`${apiUrl} is no http or https address`);
      const path = storeSettings(world.homeDir, { ...(apiUrl && { apiUrl }), ...(apiKey && { apiKey }) });
      const walletKey = isCryptoMode(world) ? freshWalletKey() : null;
      show({ path, walletEncryptionKey: walletKey }, () => [
        `kept in ${path}`,
        ...(walletKey ? [`WALLET_ENCRYPTION_KEY=${walletKey}`] : []),
      ]);
      if (walletKey) note("The key above is new, for an installation that has none yet. It is kept nowhere.");
    });

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

const freshWalletKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, "0")).join("");
