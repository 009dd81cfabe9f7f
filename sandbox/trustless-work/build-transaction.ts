import { xdr } from "@stellar/stellar-sdk";
import { typed } from "./api-error.ts";
import { contractRefusal } from "./contract-texts.ts";
import type { Invocation } from "./operations/operation.ts";
import { settingsOf } from "./settings.ts";
import { ordinaryFee, type TransactionPlan, unsignedTransaction } from "./transaction-plan.ts";
import type { StruckFault, TrustlessWorkWorld } from "./world.ts";
import { tamperedWith } from "./wrong-xdr/tamper.ts";

/** The unsigned envelope of a call that passes its simulation. @throws 400 with the contract's text when it does not. */
export function buildTransaction(
  world: TrustlessWorkWorld,
  invocation: Invocation,
  fault: StruckFault | undefined,
): string {
  const plan = planTransaction(world, invocation);
  const asked = fault?.kind === "wrong-xdr" ? tamperedWith(plan, fault.variant ?? "amount", world.ledger.usdc) : plan;
  return unsignedTransaction(asked, world.ledger.networkPassphrase);
}

function planTransaction(world: TrustlessWorkWorld, invocation: Invocation): TransactionPlan {
  const { ledger } = world;
  const account = ledger.account(invocation.source);
  if (!account) throw typed(400, "WALLET_ERROR", `Account not found: ${invocation.source}`);
  const { args, ...call } = invocation;
  const simulated = ledger.simulateCall({ ...call, argsXdr: args.map((arg) => arg.toXdr("base64")) });
  if (!simulated.ok) throw contractRefusal(simulated.failure);
  return {
    ...invocation,
    ...ordinaryFee,
    sequence: account.sequence + 1n,
    auth: simulated.authXdr.map((entry) => xdr.SorobanAuthorizationEntry.fromXdr(entry, "base64")),
    maxTimeSeconds: ledger.latest().closeTimeSeconds + settingsOf(world).transactionSeconds,
  };
}
