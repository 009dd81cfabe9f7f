import type { ActivityDeps } from "./deps.ts";
import { fiatCancelPayin } from "./fiat/cancel-payin.ts";
import { fiatCancelPayout } from "./fiat/cancel-payout.ts";
import { fiatCommitPayout } from "./fiat/commit-payout.ts";
import { fiatCompareBalance } from "./fiat/compare-balance.ts";
import { fiatCreatePayin } from "./fiat/create-payin.ts";
import { fiatCreatePayout } from "./fiat/create-payout.ts";
import { fiatFindPayout } from "./fiat/find-payout.ts";
import { fiatLinkUser } from "./fiat/link-user.ts";
import { fiatReadPayin } from "./fiat/read-payin.ts";
import { fiatReadPayout } from "./fiat/read-payout.ts";
import { fiatRequireReady } from "./fiat/require-ready.ts";
import { stellarCheckPayout } from "./stellar/check-payout.ts";
import { stellarCheckPlatformPayout } from "./stellar/check-platform-payout.ts";
import { stellarCompareDeposits } from "./stellar/compare-deposits.ts";
import { stellarCompareEscrows } from "./stellar/compare-escrows.ts";
import { stellarCompareWallets } from "./stellar/compare-wallets.ts";
import { stellarConfirmTx } from "./stellar/confirm-tx.ts";
import { stellarCreateWallet } from "./stellar/create-wallet.ts";
import { stellarFollowDeposits } from "./stellar/follow-deposits.ts";
import { stellarOpenRefill } from "./stellar/open-refill.ts";
import { stellarPrepareTx } from "./stellar/prepare-tx.ts";
import { stellarReadSequences } from "./stellar/read-sequences.ts";
import { stellarRecoverTx } from "./stellar/recover-tx.ts";
import { stellarRescanDeposits } from "./stellar/rescan-deposits.ts";
import { stellarRotateKeys } from "./stellar/rotate-keys.ts";
import { stellarSubmitTx } from "./stellar/submit-tx.ts";
import { storageCompareLedger } from "./storage/compare-ledger.ts";
import { storageHoldAll } from "./storage/hold-all.ts";
import { storageLoadDispute } from "./storage/load-dispute.ts";
import { storageLoadTopUp } from "./storage/load-topup.ts";
import { storageLoadWithdrawal } from "./storage/load-withdrawal.ts";
import { storageRecordFact } from "./storage/record-fact.ts";
import { storageRecordProgress } from "./storage/record-progress.ts";
import { storageRecordReconciliation } from "./storage/record-reconciliation.ts";
import { storageRequireEligible } from "./storage/require-eligible.ts";
import { storageStepInFlight } from "./storage/step-in-flight.ts";
import { trustlessWorkReadEscrow } from "./trustless-work/read-escrow.ts";
import { webhooksDeliver } from "./webhooks/deliver.ts";

/** Every activity, by its name for ever: the path of its file. */
export const createActivities = (deps: ActivityDeps) => ({
  fiatCancelPayin: fiatCancelPayin(deps),
  fiatCancelPayout: fiatCancelPayout(deps),
  fiatCompareBalance: fiatCompareBalance(deps),
  fiatCommitPayout: fiatCommitPayout(deps),
  fiatCreatePayin: fiatCreatePayin(deps),
  fiatCreatePayout: fiatCreatePayout(deps),
  fiatFindPayout: fiatFindPayout(deps),
  fiatLinkUser: fiatLinkUser(deps),
  fiatReadPayin: fiatReadPayin(deps),
  fiatReadPayout: fiatReadPayout(deps),
  fiatRequireReady: fiatRequireReady(deps),
  stellarCheckPayout: stellarCheckPayout(deps),
  stellarCheckPlatformPayout: stellarCheckPlatformPayout(deps),
  stellarCompareDeposits: stellarCompareDeposits(deps),
  stellarCompareEscrows: stellarCompareEscrows(deps),
  stellarCompareWallets: stellarCompareWallets(deps),
  stellarConfirmTx: stellarConfirmTx(deps),
  stellarCreateWallet: stellarCreateWallet(deps),
  stellarFollowDeposits: stellarFollowDeposits(deps),
  stellarOpenRefill: stellarOpenRefill(deps),
  stellarPrepareTx: stellarPrepareTx(deps),
  stellarRescanDeposits: stellarRescanDeposits(deps),
  stellarReadSequences: stellarReadSequences(deps),
  stellarRecoverTx: stellarRecoverTx(deps),
  stellarRotateKeys: stellarRotateKeys(deps),
  stellarSubmitTx: stellarSubmitTx(deps),
  storageCompareLedger: storageCompareLedger(deps),
  storageLoadDispute: storageLoadDispute(deps),
  storageHoldAll: storageHoldAll(deps),
  storageLoadTopUp: storageLoadTopUp(deps),
  storageLoadWithdrawal: storageLoadWithdrawal(deps),
  storageRecordFact: storageRecordFact(deps),
  storageRecordProgress: storageRecordProgress(deps),
  storageRecordReconciliation: storageRecordReconciliation(deps),
  storageRequireEligible: storageRequireEligible(deps),
  webhooksDeliver: webhooksDeliver(deps),
  storageStepInFlight: storageStepInFlight(deps),
  trustlessWorkReadEscrow: trustlessWorkReadEscrow(deps),
});

export type Activities = ReturnType<typeof createActivities>;
