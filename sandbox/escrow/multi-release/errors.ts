import type { Generation } from "../generation.ts";

/** The contract's errors with their numbers in G0 and G1; null: not there. Those without a place here are never thrown. */
const MULTI_RELEASE_ERRORS = {
  AmountCannotBeZero: [2, 1],
  AmountsToBeTransferredShouldBePositive: [42, 2],
  DisputeResolverCannotDisputeTheMilestone: [46, 5],
  EmptyMilestoneStatus: [33, 7],
  EscrowAlreadyInitialized: [3, 8],
  EscrowAlreadyResolved: [40, 9],
  EscrowBalanceMustBeZeroOnInitialization: [null, 10],
  EscrowBalanceNotEnoughToSendEarnings: [7, 11],
  EscrowHasFunds: [24, 12],
  EscrowNotFound: [4, 13],
  EscrowNotFullyProcessed: [41, 14],
  EscrowPropertiesMismatch: [36, 15],
  FlagsMustBeFalse: [35, 16],
  IncompatibleEscrowWasmHash: [37, null],
  InsufficientFundsForEscrowFunding: [null, 19],
  InsufficientFundsForResolution: [16, 21],
  InvalidMileStoneIndex: [11, 23],
  MilestoneAlreadyInDispute: [14, 24],
  MilestoneAlreadyReleased: [30, 25],
  MilestoneAlreadyResolved: [25, 26],
  MilestoneHasAlreadyBeenApproved: [32, 28],
  MilestoneNotCompleted: [6, 29],
  MilestoneNotFound: [31, 30],
  MilestoneNotInDispute: [15, 31],
  MilestoneOpenedForDisputeResolution: [17, 32],
  MilestoneToUpdateDoesNotExist: [null, 34],
  NoMileStoneDefined: [10, 35],
  OnlyApproverChangeMilstoneFlag: [12, 36],
  OnlyDisputeResolverCanExecuteThisFunction: [13, 37],
  OnlyPlatformAddressExecuteThisFunction: [8, 38],
  OnlyReleaseSignerCanReleaseEarnings: [5, 39],
  OnlyServiceProviderChangeMilstoneStatus: [9, 40],
  Overflow: [18, 41],
  PlatformAddressCannotBeChanged: [44, 42],
  PlatformFeeTooHigh: [34, 43],
  TooManyDistributions: [null, 46],
  TooManyEscrowsRequested: [26, 44],
  TooManyMilestones: [28, 45],
  TotalAmountCannotBeZero: [47, 47],
  TotalDisputeFundsMustNotExceedTheMilestoneAmount: [39, 48],
  UnauthorizedToChangeDisputeFlag: [27, 49],
} as const satisfies Readonly<Record<string, readonly [G0: number | null, G1: number | null]>>;

export type MultiReleaseErrorName = keyof typeof MULTI_RELEASE_ERRORS;

export function multiReleaseErrorNumber(name: MultiReleaseErrorName, generation: Generation): number {
  const [older, newer] = MULTI_RELEASE_ERRORS[name];
  const number = generation === "G0" ? older : newer;
  if (number === null) throw new RangeError(`${generation} has no ${name}`);
  return number;
}
