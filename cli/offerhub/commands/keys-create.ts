import { Command } from "commander";
import type { CliDeps } from "../deps.ts";
import { commaList } from "../options.ts";
import { factsOf } from "../table.ts";

interface Options {
  readonly userId?: string;
  readonly scopes: string[];
  readonly name?: string;
  readonly expiresAt?: string;
}

export const keysCreate = ({ api, show, note }: CliDeps) =>
  new Command("create")
    .description("make a key; it is shown this once")
    .requiredOption("-s, --scopes <a,b>", "read, write, support, events.read or *", commaList)
    .option("-u, --user-id <id>", "a user's id: the key then sees and moves this user's objects only")
    .option("-n, --name <name>")
    .option("--expires-at <time>", "ISO time at which it ends by itself")
    .action(async ({ scopes, ...given }: Options) => {
      const key = await api().keys.create({ scopes, ...given });
      show(key, () =>
        factsOf({ key: key.key, id: key.id, name: key.name, scopes: key.scopes.join(","), user: key.userId }),
      );
      note("Keep the key now: nobody can show it again.");
    });
