import { prepareGenerated } from "../generated/prepare.ts";
import { printAirtmBooks, printBooks, printHeading, printStep } from "../quickstart/print.ts";
import { runAirtmQuickstart, runQuickstart } from "../quickstart/run.ts";
import type { Step } from "../quickstart/steps.ts";
import { placesOf, workflowPage } from "../stack/places.ts";
import type { Stack } from "../stack/stack.ts";
import { startStack } from "../stack/start.ts";
import { optionsOrExit } from "../terminal/read-options.ts";
import { dataDirFor, providerOrExit } from "../terminal/read-provider.ts";
import { bold, dim } from "../terminal/style.ts";
import { stopSignal, untilAborted } from "../terminal/until-told-to-stop.ts";

const USAGE = `
npm run quickstart                     starts everything, takes two orders, one paid and one disputed, stays up
npm run quickstart -- --once           ends afterwards; exit code 0 only when ledger and chain agree
npm run quickstart -- --provider airtm the same with Airtm: top-up, order, release, payout; data of its own
npm run quickstart -- --once --json    one JSON object on stdout and nothing else
`.trim();

const options = optionsOrExit(USAGE, {
  once: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  provider: { type: "string", default: "crypto" },
});
const paymentProvider = providerOrExit(options.provider, USAGE);
const dataDir = dataDirFor(paymentProvider, process.env);
const print = options.json ? (line: string) => console.error(line) : (line: string) => console.log(line);
const say = (line: string) => print(dim(line));
const signal = stopSignal(process.env);

try {
  await prepareGenerated(process.env, say);
  say("Starting Postgres, Redis, Temporal, the sandbox, a worker and the gateway …");
  const stack = await startStack({ dataDir, env: process.env, paymentProvider, signal, say });
  try {
    printHeading(print);
    const onStep = (step: Step) => printStep(print, step);
    const found = paymentProvider === "airtm" ? await airtmStory(stack, onStep) : await cryptoStory(stack, onStep);
    process.exitCode = found.ok ? 0 : 1;
    show(stack, found);
    if (!options.once) await untilAborted(signal);
  } finally {
    say("\nStopping …");
    await stack.stop();
  }
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(signal.aborted ? "Stopped." : `\n${reason}\n\nThe logs of every process are in ${dataDir}/logs/.`);
  if (options.json) console.log(JSON.stringify({ ok: false, error: reason }));
  process.exitCode = 1;
}
// The Stellar SDK may keep a connection open.
process.exit();

interface Found {
  readonly ok: boolean;
  readonly orderId: string;
  /** Workflows worth a look, by name. */
  readonly workflows: Readonly<Record<string, string>>;
  /** All of it, for scripts. */
  readonly report: object;
}

async function cryptoStory(stack: Stack, onStep: (step: Step) => void): Promise<Found> {
  const { order, disputed, steps, books } = await runQuickstart(stack, onStep);
  printBooks(print, books);
  const { orderId, contractId } = order;
  const workflows = { "This order": `order/${orderId}`, "The dispute": `dispute/${disputed.disputeId}` };
  return { ok: books.differences.length === 0, orderId, workflows, report: { contractId, disputed, steps, ...books } };
}

async function airtmStory(stack: Stack, onStep: (step: Step) => void): Promise<Found> {
  const { order, steps, books } = await runAirtmQuickstart(stack, onStep);
  printAirtmBooks(print, books);
  const { orderId, contractId } = order;
  const workflows = { "This order": `order/${orderId}` };
  return { ok: books.differences.length === 0, orderId, workflows, report: { contractId, steps, ...books } };
}

function show(stack: Stack, { ok, orderId, workflows, report }: Found): void {
  const orderUrl = `${stack.urls.gateway}/api/v1/orders/${orderId}`;
  const pages = Object.entries(workflows).map(([name, id]) => [name, workflowPage(stack, id)] as const);
  if (options.json) {
    const urls = {
      ...stack.urls,
      docs: `${stack.urls.gateway}/docs`,
      order: orderUrl,
      workflows: Object.fromEntries(pages),
    };
    console.log(JSON.stringify({ ok, orderId, ...report, urls }, null, 2));
    return;
  }
  if (options.once) return;
  print("");
  for (const [name, url] of placesOf(stack)) print(`  ${name.padEnd(17)}${bold(url)}`);
  for (const [name, url] of pages) print(`  ${name.padEnd(17)}${bold(url ?? "(in your own Temporal)")}`);
  print(`\n  Try:\n  export KEY=$(sed -n 's/^OFFERHUB_MASTER_KEY=//p' ${dataDir}/dev.env)`);
  print(`  curl -s -H "Authorization: Bearer $KEY" ${orderUrl}`);
  print(dim("\n  Ctrl-C stops everything; what happened stays in the data directory."));
}
