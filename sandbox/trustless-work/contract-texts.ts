import type { MultiReleaseErrorName } from "../escrow/multi-release/errors.ts";
import type { EscrowErrorName } from "../escrow/single-release/errors.ts";
import type { ContractFailure } from "../stellar/ledger-port.ts";
import { type ApiError, plain, typed } from "./api-error.ts";

type AnyEscrowError = EscrowErrorName | MultiReleaseErrorName;

/** The sentence shown for each of the contracts' errors. */
const ESCROW_TEXTS: Readonly<Record<AnyEscrowError, string>> = {
  AmountCannotBeZero: "Amount cannot be equal to or less than zero",
  EscrowAlreadyInitialized: "Escrow already initialized",
  EscrowNotFound: "Escrow not found",
  OnlyReleaseSignerCanReleaseEarnings: "Only the release signer can release the escrow earnings",
  EscrowNotCompleted: "The escrow must be completed to release earnings",
  EscrowBalanceNotEnoughToSendEarnings: "The escrow balance must equal the amount of the escrow to send the earnings",
  OnlyPlatformAddressExecuteThisFunction: "Only the platform address can execute this function",
  OnlyServiceProviderChangeMilstoneStatus: "Only the service provider can change the milestone status",
  NoMilestoneDefined: "The escrow has no milestone defined",
  InvalidMileStoneIndex: "Invalid milestone index",
  OnlyApproverChangeMilstoneFlag: "Only the approver can change the milestone flag",
  OnlyDisputeResolverCanExecuteThisFunction: "Only the dispute resolver can execute this function",
  EscrowAlreadyInDispute: "Escrow already in dispute",
  EscrowNotInDispute: "Escrow not in dispute",
  InsufficientFundsForResolution: "Insufficient funds in the escrow for the dispute resolution",
  EscrowOpenedForDisputeResolution: "The escrow has been opened for dispute resolution",
  Overflow: "This operation can cause an overflow",
  Underflow: "This operation can cause an underflow",
  DivisionError: "This operation can cause a division error",
  InsufficientApproverFundsForCommissions: "Insufficient approver funds for commissions",
  InsufficientServiceProviderFundsForCommissions: "Insufficient service provider funds for commissions",
  MilestoneApprovedCantChangeEscrowProperties: "A milestone is approved: the escrow properties cannot be changed",
  EscrowHasFunds: "The escrow has funds: its properties cannot be changed",
  EscrowAlreadyResolved: "Escrow already resolved",
  TooManyEscrowsRequested: "Too many escrows requested",
  UnauthorizedToChangeDisputeFlag: "Only the roles of the escrow are authorized to change its dispute flag",
  TooManyMilestones: "Cannot define more than 50 milestones in an escrow",
  ReceiverAndApproverFundsNotEqual: "The funds of receiver and approver must equal the escrow balance",
  MilestoneHasAlreadyBeenApproved: "Milestone already approved",
  EmptyMilestoneStatus: "The milestone status cannot be empty",
  PlatformFeeTooHigh: "The platform fee cannot exceed 99%",
  FlagsMustBeFalse: "All flags must be false",
  EscrowPropertiesMismatch: "The provided escrow properties do not match the stored escrow",
  ApproverOrReceiverFundsLessThanZero: "The funds of approver and receiver must not be less than zero",
  EscrowAlreadyReleased: "Escrow already released",
  IncompatibleEscrowWasmHash: "The contract is not a compatible escrow",
  PlatformAddressCannotBeChanged: "The platform address of the escrow cannot be changed",
  AmountsToBeTransferredShouldBePositive: "Amounts to be transferred should be positive",
  DistributionsMustEqualEscrowBalance: "The sum of distributions must equal the current escrow balance",
  DisputeResolverCannotDisputeTheEscrow: "The dispute resolver cannot dispute the escrow",
  TotalAmountCannotBeZero: "Amount of all distributions cannot be zero",
  InsufficientFundsForEscrowFunding: "The signer has insufficient funds to fund the escrow",
  MilestoneToApproveDoesNotExist: "The milestone to approve does not exist",
  EscrowNotFullyProcessed: "The escrow is not fully processed",
  TooManyDistributions: "Cannot define more than 50 distributions",
  MilestoneToUpdateDoesNotExist: "The milestone to update does not exist",
  DisputeResolverCannotDisputeTheMilestone: "The dispute resolver cannot dispute the milestone",
  EscrowBalanceMustBeZeroOnInitialization: "The escrow balance must be zero on initialization",
  MilestoneAlreadyInDispute: "Milestone already in dispute",
  MilestoneAlreadyReleased: "Milestone already released",
  MilestoneAlreadyResolved: "Milestone already resolved",
  MilestoneNotCompleted: "The milestone must be completed to release its funds",
  MilestoneNotFound: "Milestone not found",
  MilestoneNotInDispute: "Milestone not in dispute",
  MilestoneOpenedForDisputeResolution: "The milestone has been opened for dispute resolution",
  NoMileStoneDefined: "The escrow has no milestone defined",
  TotalDisputeFundsMustNotExceedTheMilestoneAmount: "The sum of distributions must not exceed the milestone amount",
};

const TOKEN_TEXTS: Readonly<Record<string, string>> = {
  AccountMissing: "An account of this transaction does not exist",
  NegativeAmount: "A token amount is negative",
  Balance: "Insufficient token balance, or no room for it at the destination",
  BalanceDeauthorized: "A token balance is deauthorized",
  TrustlineMissing: "An account of this transaction has no trustline for the token",
};

const isEscrowError = (name: string): name is AnyEscrowError => Object.hasOwn(ESCROW_TEXTS, name);

/** Names decide, not numbers: the token's numbers overlap with the contract's. */
export function contractRefusal({ name, code }: ContractFailure): ApiError {
  if (isEscrowError(name)) return plain(400, ESCROW_TEXTS[name]);
  const tokenText = TOKEN_TEXTS[name];
  if (tokenText !== undefined) return typed(400, "WALLET_ERROR", `${tokenText} (${name})`);
  return typed(400, "UNKNOWN_ERROR", code === null ? `HostError: ${name}` : `HostError: Error(Contract, #${code})`);
}
