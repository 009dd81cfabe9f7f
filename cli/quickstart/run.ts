import { OfferHubSDK } from "../../sdk/index.ts";
import { readSandboxFacts } from "../stack/sandbox-facts.ts";
import type { Stack } from "../stack/stack.ts";
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
  const sdk = new OfferHubSDK({ apiUrl: stack.urls.gateway, apiKey: stack.masterKey });
  const sandbox = sandboxControl(stack.urls.sandbox);
  const outsideAddress = await openOutsideWallet(facts);
  const steps: Step[] = [];
  const step = stepTaker((done) => {
    steps.push(done);
    onStep(done);
  });
  const order = await takeFirstOrder({ sdk, sandbox, outsideAddress, step });
  const { buyer, seller } = order;
  const disputed = await takeDisputedOrder({ sdk, sandbox, buyer, seller, step });
  const { trustlessWorkAddress } = facts;
  const books = await compareBooks(order, disputed, { sdk, sandbox, outsideAddress, trustlessWorkAddress });
  return { order, disputed, steps, books };
}
