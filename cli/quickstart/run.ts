import { OfferHubSDK } from "../../sdk/index.ts";
import { readSandboxFacts } from "../stack/sandbox-facts.ts";
import type { Stack } from "../stack/stack.ts";
import { type AirtmBooks, compareAirtmBooks } from "./airtm-books.ts";
import { type AirtmOrder, takeAirtmOrder } from "./airtm-order.ts";
import { type Books, compareBooks } from "./books.ts";
import { type DisputedOrder, takeDisputedOrder } from "./disputed-order.ts";
import { type FirstOrder, takeFirstOrder } from "./first-order.ts";
import { openOutsideWallet } from "./outside-wallet.ts";
import { sandboxControl } from "./sandbox-control.ts";
import { type Step, stepTaker } from "./steps.ts";

export interface QuickstartResult {
  readonly order: FirstOrder;
  readonly disputed: DisputedOrder;
  readonly steps: readonly Step[];
  readonly books: Books;
}

/** Takes one order that goes well and one that is disputed, on a running stack, and reads both books afterwards. */
export async function runQuickstart(stack: Stack, onStep: (step: Step) => void): Promise<QuickstartResult> {
  const facts = await readSandboxFacts(stack.urls.sandbox);
  const { sdk, sandbox, steps, step } = toolsFor(stack, onStep);
  const outsideAddress = await openOutsideWallet(facts);
  const order = await takeFirstOrder({ sdk, sandbox, outsideAddress, step });
  const { buyer, seller } = order;
  const disputed = await takeDisputedOrder({ sdk, sandbox, buyer, seller, step });
  const { trustlessWorkAddress } = facts;
  const books = await compareBooks(order, disputed, { sdk, sandbox, outsideAddress, trustlessWorkAddress });
  return { order, disputed, steps, books };
}

export interface AirtmQuickstartResult {
  readonly order: AirtmOrder;
  readonly steps: readonly Step[];
  readonly books: AirtmBooks;
}

/** Takes one order whose money comes and goes by Airtm, on a running stack, and reads all three books afterwards. */
export async function runAirtmQuickstart(stack: Stack, onStep: (step: Step) => void): Promise<AirtmQuickstartResult> {
  const { sdk, sandbox, steps, step } = toolsFor(stack, onStep);
  const airtm = await sandbox.airtmBalance();
  await sdk.admin.runReconciliation(); // what is there before anything is the operator's own
  const order = await takeAirtmOrder({ sdk, sandbox, step });
  const opening = { airtm, treasury: order.treasuryOpening };
  return { order, steps, books: await compareAirtmBooks(order, { sdk, sandbox, opening }) };
}

function toolsFor(stack: Stack, onStep: (step: Step) => void) {
  const steps: Step[] = [];
  const step = stepTaker((done) => {
    steps.push(done);
    onStep(done);
  });
  const sdk = new OfferHubSDK({ apiUrl: stack.urls.gateway, apiKey: stack.masterKey });
  return { sdk, sandbox: sandboxControl(stack.urls.sandbox), steps, step };
}
