import type { ChainIntent } from "../chain/intent.ts";

export interface StepWords {
  /** What is being done, to stand after "while". */
  readonly doing: string;
  /** True where the chain shows the effect itself, whoever made it: only then can a step without a transaction of ours count as settled. */
  readonly effectIsReadable: boolean;
  /** What becomes of the payment when the step is given up with nothing in flight; null where it never can be. */
  readonly whenAbandoned: string | null;
  /** Whom trying again asks first; the chain where nobody is named. */
  readonly asks?: "Airtm" | "Temporal";
}

const BACK_TO_RESERVED = "The command fails, the order goes back to FUNDS_RESERVED, and the money stays held.";
const BACK_IN_PROGRESS = "The command fails and the order goes back to IN_PROGRESS; what is on the contract stays.";

/** Every kind of chain step in words for people. */
export const STEP_WORDS = {
  activateWallet: {
    doing: "putting the wallet on the chain",
    effectIsReadable: true,
    whenAbandoned: "The activation ends as failed; another one may be started.",
  },
  deployEscrow: {
    doing: "deploying the escrow contract",
    effectIsReadable: false,
    whenAbandoned: BACK_TO_RESERVED,
  },
  fundEscrow: { doing: "funding the escrow", effectIsReadable: false, whenAbandoned: BACK_TO_RESERVED },
  completeMilestone: {
    doing: "completing a milestone on the contract",
    effectIsReadable: true,
    whenAbandoned: BACK_IN_PROGRESS,
  },
  approveMilestone: {
    doing: "approving a milestone on the contract",
    effectIsReadable: true,
    whenAbandoned: BACK_IN_PROGRESS,
  },
  releaseEscrow: { doing: "releasing the escrow", effectIsReadable: false, whenAbandoned: BACK_IN_PROGRESS },
  freezeEscrow: {
    doing: "freezing the contract",
    effectIsReadable: true,
    whenAbandoned:
      "The dispute or refund is dropped, nothing is frozen, and the order goes back to IN_PROGRESS; its release deadline begins anew.",
  },
  resolveEscrow: {
    doing: "paying out the frozen contract",
    effectIsReadable: false,
    whenAbandoned:
      "The decision is dropped and can be made again. The contract stays frozen: a refund goes on with the next refund.",
  },
  withdrawRest: {
    doing: "withdrawing what strangers sent to the contract",
    effectIsReadable: true,
    whenAbandoned: "The rest stays in the contract, and the order closes.",
  },
  payOut: {
    doing: "sending the withdrawal",
    effectIsReadable: false,
    whenAbandoned: "The withdrawal fails for good and the money goes back to the user's balance.",
  },
  refillWallets: {
    doing: "sending XLM to wallets that are short of it",
    effectIsReadable: false,
    whenAbandoned: "The refill is given up; wallets that are still short are found again.",
  },
  payOutPlatform: {
    doing: "sending the operator's payout",
    effectIsReadable: false,
    whenAbandoned: "The payout fails for good and the money stays where it is.",
  },
} as const satisfies Record<ChainIntent["kind"], StepWords>;

/** The name of a step, without the number behind it, and the intent it stands for. */
const INTENT_OF_STEP: Readonly<Record<string, ChainIntent["kind"]>> = {
  activate: "activateWallet",
  deploy: "deployEscrow",
  fund: "fundEscrow",
  complete: "completeMilestone",
  approve: "approveMilestone",
  release: "releaseEscrow",
  freeze: "freezeEscrow",
  refund: "resolveEscrow",
  resolve: "resolveEscrow",
  "withdraw-rest": "withdrawRest",
  send: "payOut",
  refill: "refillWallets",
  "pay-out": "payOutPlatform",
};

const airtm = (doing: string, whenAbandoned: string | null): StepWords => ({
  doing,
  effectIsReadable: false,
  whenAbandoned,
  asks: "Airtm",
});

/** Exchanges with Airtm, by the name of their step. */
const FIAT_STEPS: Readonly<Record<string, StepWords>> = {
  "create payin": airtm("asking Airtm to take the payment", "The top-up fails; no user was shown where to pay it."),
  "read payin": airtm("asking Airtm where the payment is", null),
  "cancel payin": airtm("having Airtm cancel the payment", "The command fails; the top-up stays as Airtm says it is."),
  "create payout": airtm(
    "preparing the payout at Airtm",
    "Airtm is asked twice, a minute apart. Only when it knows of no payout does the withdrawal fail, and the money go back.",
  ),
  "commit payout": airtm(
    "having Airtm pay",
    "The payout is canceled at Airtm. Only when Airtm says that it is canceled does the money go back.",
  ),
  "read payout": airtm("asking Airtm where the payout is", null),
  "cancel payout": airtm(
    "having Airtm cancel the payout",
    "The command fails; the withdrawal stays as Airtm says it is.",
  ),
};

const temporal = (whenAbandoned: string | null): StepWords => ({
  doing: "starting the workflow that carries the dispute",
  effectIsReadable: false,
  whenAbandoned,
  asks: "Temporal",
});

/** A dispute's workflow, before and after its contract was frozen. */
const DISPUTE_STEPS: Readonly<Record<string, StepWords>> = {
  "begin-dispute": temporal("The dispute is dropped, nothing is frozen, and the order goes back to IN_PROGRESS."),
  "begin-again": temporal(null),
};

/** The words for a step by its name, e.g. `approve/0`; null for one nobody has described. */
export function wordsOfStep(step: string): StepWords | null {
  const name = step.split("/", 1)[0] ?? step;
  if (Object.hasOwn(FIAT_STEPS, name)) return FIAT_STEPS[name] ?? null;
  if (Object.hasOwn(DISPUTE_STEPS, name)) return DISPUTE_STEPS[name] ?? null;
  const intent = Object.hasOwn(INTENT_OF_STEP, name) ? INTENT_OF_STEP[name] : undefined;
  return intent ? STEP_WORDS[intent] : null;
}
