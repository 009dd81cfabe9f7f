import { Command } from "commander";
import type { CliDeps } from "../deps.ts";
import { wholeNumber } from "../options.ts";
import { factsOf } from "../table.ts";

export const keysToken = ({ api, show }: CliDeps) =>
  new Command("token")
    .description("make a short-lived token of a key")
    .argument("<id>", "key_…")
    .option("-t, --ttl <seconds>", "60 to 86400 (3600)", wholeNumber)
    .action(async (id: string, { ttl }: { ttl?: number }) => {
      const token = await api().keys.createToken(id, ttl === undefined ? {} : { ttl });
      show(token, () => factsOf({ token: token.token, expires: token.expiresAt }));
    });
