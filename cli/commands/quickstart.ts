import { prepareGenerated } from "../generated/prepare.ts";
import { printBooks, printHeading, printStep } from "../quickstart/print.ts";
import { type QuickstartResult, runQuickstart } from "../quickstart/run.ts";
import { placesOf, workflowPage } from "../stack/places.ts";
import type { Stack } from "../stack/stack.ts";
import { startStack } from "../stack/start.ts";
import { optionsOrExit } from "../terminal/read-options.ts";
import { bold, dim } from "../terminal/style.ts";
import { stopSignal, untilAborted } from "../terminal/until-told-to-stop.ts";

const USAGE = `
npm run quickstart                     starts everything, takes two orders, one paid and one disputed, stays up
npm run quickstart -- --once           ends afterwards; exit code 0 only when ledger and chain agree
npm run quickstart -- --once --json    one JSON object on stdout and nothing else
`.trim();

const options = optionsOrExit(USAGE, {
  once: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
});
const dataDir = process.env.DATA_DIR ?? ".orchestrator";
const print = options.json ? (line: string) => console.error(line) : (line: string) => console.log(line);
const say = (line: string) => print(dim(line));
const signal = stopSignal(process.env);

try {
  await prepareGenerated(process.env, say);
  say("Starting Postgres, Redis, Temporal, the sandbox, a worker and the gateway …");
  const stack = await startStack({ dataDir, env: process.env, signal, say });
  try {
    printHeading(print);
    const result = await runQuickstart(stack, (step) => printStep(print, step));
    process.exitCode = result.books.differences.length === 0 ? 0 : 1;
    show(stack, result);
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

function show(stack: Stack, { order, disputed, steps, books }: QuickstartResult): void {
  const orderUrl = `${stack.urls.gateway}/api/v1/orders/${order.orderId}`;
  const orderWorkflow = workflowPage(stack, `order/${order.orderId}`);
  const disputeWorkflow = workflowPage(stack, `dispute/${disputed.disputeId}`);
  printBooks(print, books);
  if (options.json) {
    const urls = { ...stack.urls, docs: `${stack.urls.gateway}/docs`, order: orderUrl, orderWorkflow, disputeWorkflow };
    const { orderId, contractId } = order;
    const ok = books.differences.length === 0;
    console.log(JSON.stringify({ ok, orderId, contractId, disputed, steps, ...books, urls }, null, 2));
    return;
  }
  if (options.once) return;
  print("");
  for (const [name, url] of placesOf(stack)) print(`  ${name.padEnd(17)}${bold(url)}`);
  print(`  ${"This order".padEnd(17)}${bold(orderWorkflow ?? "(in your own Temporal)")}`);
  print(`  ${"The dispute".padEnd(17)}${bold(disputeWorkflow ?? "(in your own Temporal)")}`);
  print(`\n  Try:\n  export KEY=$(sed -n 's/^OFFERHUB_MASTER_KEY=//p' ${dataDir}/dev.env)`);
  print(`  curl -s -H "Authorization: Bearer $KEY" ${orderUrl}`);
  print(dim("\n  Ctrl-C stops everything; what happened stays in the data directory."));
}
