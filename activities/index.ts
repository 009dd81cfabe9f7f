import type { ActivityDeps } from "./deps.ts";
import { stellarCheckPayout } from "./stellar/check-payout.ts";
import { stellarConfirmTx } from "./stellar/confirm-tx.ts";
import { stellarCreateWallet } from "./stellar/create-wallet.ts";
import { stellarFollowDeposits } from "./stellar/follow-deposits.ts";
import { stellarPrepareTx } from "./stellar/prepare-tx.ts";
import { stellarSubmitTx } from "./stellar/submit-tx.ts";
import { storageRecordFact } from "./storage/record-fact.ts";
import { storageRecordProgress } from "./storage/record-progress.ts";
import { storageRequireEligible } from "./storage/require-eligible.ts";
import { storageStepInFlight } from "./storage/step-in-flight.ts";
import { trustlessWorkReadEscrow } from "./trustless-work/read-escrow.ts";

/** Every activity, by its name for ever: the path of its file. */
export const createActivities = (deps: ActivityDeps) => ({
  stellarCheckPayout: stellarCheckPayout(deps),
  stellarConfirmTx: stellarConfirmTx(deps),
  stellarCreateWallet: stellarCreateWallet(deps),
  stellarFollowDeposits: stellarFollowDeposits(deps),
  stellarPrepareTx: stellarPrepareTx(deps),
  stellarSubmitTx: stellarSubmitTx(deps),
  storageRecordFact: storageRecordFact(deps),
  storageRecordProgress: storageRecordProgress(deps),
  storageRequireEligible: storageRequireEligible(deps),
  storageStepInFlight: storageStepInFlight(deps),
  trustlessWorkReadEscrow: trustlessWorkReadEscrow(deps),
});

export type Activities = ReturnType<typeof createActivities>;
