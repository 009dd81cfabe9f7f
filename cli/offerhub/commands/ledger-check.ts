import { Command } from "commander";
import type { Reconciliation } from "../../../sdk/index.ts";
import type { CliDeps } from "../deps.ts";
import { factsOf, tableOf } from "../table.ts";

type Run = NonNullable<Reconciliation["lastRun"]>;

/** Exit code 0: the books agree; 1: they differ, or could not be compared. */
export const ledgerCheck = ({ api, show, exitWith }: CliDeps) =>
  new Command("check")
    .description("compare ledger, records and chain now. Exit code 1 when they differ or could not be compared")
    .option("--last", "only show the newest comparison")
    .action(async ({ last }: { last?: boolean }) => {
      const { admin } = api();
      const found = last ? await admin.getReconciliation() : await admin.runReconciliation();
      show(found, () => [...runLines(found), "", ...differenceLines(found)]);
      if (found.openCount > 0 || !found.lastRun || failuresOf(found.lastRun).length > 0) exitWith(1);
    });

/** The account at Airtm is a book only where there is one. */
const booksOf = ({ ledger, wallets, escrows, fiat }: Run) => [
  ["ledger", ledger] as const,
  ["wallets", wallets] as const,
  ["escrows", escrows] as const,
  ...(fiat ? [["airtm", fiat] as const] : []),
];

const failuresOf = (run: Run) => booksOf(run).filter(([, { failure }]) => failure !== null);

const runLines = ({ lastRun }: Reconciliation): readonly string[] =>
  lastRun
    ? [
        ...factsOf({ compared: lastRun.finishedAt }),
        "",
        ...tableOf(booksOf(lastRun), [
          ["book", ([name]) => name],
          ["checked", ([, book]) => book.checked],
          ["differing", ([, book]) => book.differing],
          ["in motion", ([, book]) => book.inMotion],
          ["credited", ([, book]) => book.credited],
          ["not compared because", ([, book]) => book.failure],
        ]),
      ]
    : ["nothing was compared yet"];

const differenceLines = ({ openCount, differences }: Reconciliation): readonly string[] =>
  openCount === 0
    ? ["no difference is open"]
    : [
        `${openCount} ${openCount === 1 ? "difference is" : "differences are"} open`,
        "",
        ...tableOf(differences, [
          ["id", ({ id }) => id],
          ["kind", ({ kind }) => kind],
          ["subject", ({ subject }) => subject],
          ["cause", ({ cause }) => cause],
          ["expected", ({ expected }) => expected],
          ["found", ({ found }) => found],
          ["since", ({ firstSeenAt }) => firstSeenAt],
        ]),
      ];
