import { prepareGenerated } from "../generated/prepare.ts";
import { placesOf } from "../stack/places.ts";
import type { Stack } from "../stack/stack.ts";
import { startStack } from "../stack/start.ts";
import { optionsOrExit } from "../terminal/read-options.ts";
import { dataDirFor, providerOrExit } from "../terminal/read-provider.ts";
import { bold, dim } from "../terminal/style.ts";
import { stopSignal, untilAborted } from "../terminal/until-told-to-stop.ts";

const USAGE = `
npm run dev               starts everything and stays up; what dies is started again; Ctrl-C ends all of it
npm run dev -- --reset    begins with nothing: databases, workflows, the sandbox's ledger and secrets are made anew
npm run dev -- --provider airtm    the same with Airtm; data of its own
`.trim();

const HOW_TO_FILL_THE_TREASURY =
  "Orders and withdrawals to Stellar addresses are paid from the treasury, which is empty at first: its address is in\n" +
  'GET /api/v1/admin/platform; the sandbox fills it: POST /_sandbox/stellar/mint {"address": "G…", "amount": "1000.00"}';

const options = optionsOrExit(USAGE, {
  reset: { type: "boolean", default: false },
  provider: { type: "string", default: "crypto" },
});
const paymentProvider = providerOrExit(options.provider, USAGE);
const dataDir = dataDirFor(paymentProvider, process.env);
const say = (line: string) => console.log(dim(line));
const signal = stopSignal(process.env);

try {
  await prepareGenerated(process.env, say);
  const startedAt = Date.now();
  const stack = await startStack({ dataDir, env: process.env, paymentProvider, reset: options.reset, signal, say });
  console.log(`\nEverything is running ${dim(`(after ${((Date.now() - startedAt) / 1000).toFixed(1)} s)`)}\n`);
  printPlaces(stack);
  await untilAborted(signal);
  console.log("\nStopping …");
  await stack.stop();
  console.log("Everything is stopped.");
} catch (error) {
  console.error(signal.aborted ? "Stopped." : `\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

function printPlaces(stack: Stack): void {
  for (const [name, url] of placesOf(stack)) console.log(`  ${name.padEnd(17)}${bold(url)}`);
  console.log(
    `  ${"Secrets".padEnd(17)}${dataDir}/dev.env ${dim("(OFFERHUB_MASTER_KEY is the API key of the operator)")}`,
  );
  console.log(`  ${"Logs".padEnd(17)}${dataDir}/logs/`);
  if (paymentProvider === "airtm") console.log(dim(`\n${HOW_TO_FILL_THE_TREASURY}`));
  console.log(dim("\nCtrl-C stops everything."));
}
