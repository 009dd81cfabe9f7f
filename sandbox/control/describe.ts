import { MULTI_RELEASE_WASM_HASH, SINGLE_RELEASE_WASM_HASH } from "../escrow/wasm-hashes.ts";
import { escrowFactoryId, trustlessWorkFeeWallet } from "../stellar/identities.ts";
import type { World } from "../world.ts";

/** Everything a stack needs in order to configure itself for this sandbox. */
export function describeWorld(world: World, host: string) {
  const base = `http://${host}`;
  const { ledger, settings } = world;
  const airtm = world.airtm.state.settings;
  return {
    networkPassphrase: ledger.networkPassphrase,
    horizonUrl: `${base}/horizon`,
    rpcUrl: `${base}/rpc`,
    friendbotUrl: `${base}/friendbot`,
    trustlessWorkUrl: `${base}/trustless-work`,
    trustlessWorkApiKey: settings.trustlessWorkApiKey,
    airtmUrl: `${base}/airtm/v2`,
    airtmApiKey: airtm.apiKey,
    airtmApiSecret: airtm.apiSecret,
    airtmWebhookSecret: airtm.webhookSecret,
    airtmWebhookUrl: airtm.webhookUrl,
    /** The payin's id comes behind it, after a slash. */
    airtmPaymentPageUrl: `${base}/airtm/payin`,
    usdc: ledger.usdc,
    escrowFactory: escrowFactoryId,
    wasmHashes: [...Object.values(SINGLE_RELEASE_WASM_HASH), ...Object.values(MULTI_RELEASE_WASM_HASH)],
    wasmHashesByType: {
      "single-release": Object.values(SINGLE_RELEASE_WASM_HASH),
      "multi-release": Object.values(MULTI_RELEASE_WASM_HASH),
    },
    trustlessWorkAddress: trustlessWorkFeeWallet.publicKey(),
    generation: settings.generation,
    ledgerMs: world.closing.ledgerMs,
    protocol: ledger.history.latest().protocolVersion,
    rpc2Url: `${base}/rpc2`,
    horizon2Url: `${base}/horizon2`,
    latestLedger: ledger.latest().sequence,
    nowSeconds: world.clock.nowSeconds(),
  };
}
