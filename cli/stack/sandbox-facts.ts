/** What the sandbox says of itself: enough to point a gateway and a worker at it. */
export interface SandboxFacts {
  readonly networkPassphrase: string;
  readonly horizonUrl: string;
  readonly rpcUrl: string;
  readonly friendbotUrl: string;
  readonly trustlessWorkUrl: string;
  readonly trustlessWorkApiKey: string;
  readonly trustlessWorkAddress: string;
  readonly usdc: { readonly code: string; readonly issuer: string };
  readonly escrowFactory: string;
  readonly wasmHashes: readonly string[];
  readonly airtmUrl: string;
  readonly airtmApiKey: string;
  readonly airtmApiSecret: string;
  readonly airtmWebhookSecret: string;
  readonly airtmPaymentPageUrl: string;
}

export async function readSandboxFacts(sandboxUrl: string): Promise<SandboxFacts> {
  const answer = await fetch(`${sandboxUrl}/_sandbox`, { signal: AbortSignal.timeout(5_000) });
  if (!answer.ok) throw new Error(`the sandbox answered ${answer.status} to GET /_sandbox`);
  return (await answer.json()) as SandboxFacts;
}
