import { Command } from "commander";
import type { CliDeps } from "../deps.ts";
import { commaList, wholeNumber } from "../options.ts";
import { textOf } from "../table.ts";

interface Options {
  readonly types?: string[];
  readonly resources?: string[];
  readonly user?: string;
  readonly since?: string;
  readonly count?: number;
}

/** Prints until Ctrl-C. With `--json` one event a line. */
export const eventsTail = ({ api, world, showNext }: CliDeps) =>
  new Command("tail")
    .description("what happens, as it happens; Ctrl-C ends it")
    .option("-t, --types <a,b>", "such as order.*,balance.credited", commaList)
    .option("-r, --resources <a,b>", "such as Order,Escrow", commaList)
    .option("-u, --user <id>", "usr_…")
    .option("--since <place>", "an event's id, a sequence number or an ISO time; now, when missing")
    .option("-n, --count <n>", "end after so many", wholeNumber)
    .action(async ({ types, resources, user, since, count = Number.POSITIVE_INFINITY }: Options) => {
      const query = {
        ...(types && { types }),
        ...(resources && { resourceTypes: resources }),
        ...(user && { userId: user }),
        ...(since && { since }),
      };
      let seen = 0;
      for await (const event of api().events(query, { signal: world.signal })) {
        showNext(event, () =>
          [event.sequence, event.occurredAt, event.eventType, event.aggregateId].map(textOf).join("  "),
        );
        seen += 1;
        if (seen >= count) return;
      }
    });
