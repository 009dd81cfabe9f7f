import { Asset, Horizon, Keypair, Operation, TransactionBuilder } from "@stellar/stellar-sdk";
import type { SandboxFacts } from "../stack/sandbox-facts.ts";

/** A wallet that is not ours, as a seller would have it elsewhere: it exists, and accepts USDC. Returns its address. */
export async function openOutsideWallet(facts: SandboxFacts): Promise<string> {
  const keypair = Keypair.random();
  const address = keypair.publicKey();
  const gift = await fetch(`${facts.friendbotUrl}?addr=${address}`, { signal: AbortSignal.timeout(30_000) });
  if (!gift.ok) throw new Error(`friendbot answered ${gift.status}`);
  const horizon = new Horizon.Server(facts.horizonUrl, { allowHttp: true });
  const transaction = new TransactionBuilder(await horizon.loadAccount(address), {
    fee: "1000",
    networkPassphrase: facts.networkPassphrase,
  })
    .addOperation(Operation.changeTrust({ asset: new Asset(facts.usdc.code, facts.usdc.issuer) }))
    .setTimeout(120)
    .build();
  transaction.sign(keypair);
  await horizon.submitTransaction(transaction);
  return address;
}
