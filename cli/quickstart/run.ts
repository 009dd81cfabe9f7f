import { OfferHubSDK } from "../../sdk/index.ts";
import { readSandboxFacts } from "../stack/sandbox-facts.ts";
import type { Stack } from "../stack/stack.ts";
import { type Books, compareBooks } from "./books.ts";
import { type FirstOrder, type Step, takeFirstOrder } from "./first-order.ts";
import { openOutsideWallet } from "./outside-wallet.ts";
import { sandboxControl } from "./sandbox-control.ts";

export interface QuickstartResult {
  readonly order: FirstOrder;
  readonly books: Books;
}

/** Takes the first order on a running stack and reads both books afterwards. */
export async function runQuickstart(stack: Stack, onStep: (step: Step) => void): Promise<QuickstartResult> {
  const facts = await readSandboxFacts(stack.urls.sandbox);
  const sdk = new OfferHubSDK({ apiUrl: stack.urls.gateway, apiKey: stack.masterKey });
  const sandbox = sandboxControl(stack.urls.sandbox);
  const outsideAddress = await openOutsideWallet(facts);
  const order = await takeFirstOrder({ sdk, sandbox, outsideAddress, onStep });
  const { trustlessWorkAddress } = facts;
  return { order, books: await compareBooks(order, { sdk, sandbox, outsideAddress, trustlessWorkAddress }) };
}
