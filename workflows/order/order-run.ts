import { upsertSearchAttributes } from "@temporalio/workflow";
import type { OrderTerms } from "../../domain/chain/intent.ts";
import type { ErrorDetails } from "../../domain/errors.ts";
import type { OrderId } from "../../domain/ids.ts";
import { allowedStates, isAchieved, mayStart, type OrderCommandName } from "../../domain/order/commands.ts";
import type { OrderFact } from "../../domain/order/order-facts.ts";
import type { OrderOutcome, OrderStatus } from "../../domain/order/states.ts";
import { storage } from "../activity-options.ts";
import type { Caller } from "../contracts/operating.ts";
import type { OrderCommand, OrderInput, OrderView } from "../contracts/order.ts";
import { contractIdKey, paymentStateKey, stateSinceKey } from "../contracts/search-attributes.ts";
import { type CommandQueue, commandQueue } from "../steps/command-queue.ts";
import { openPayment, type PaymentRun } from "../steps/payment-run.ts";
import { apiErrorOf, refusal } from "../steps/step-failure.ts";
import { handleCommands } from "./order-commands.ts";
import { handleCreation } from "./order-opening.ts";

export type OrderCommandToCarryOut = OrderCommand & { readonly name: OrderCommandName };

export interface OrderChange {
  readonly status: OrderStatus;
  readonly outcome?: OrderOutcome;
  readonly contractId?: string;
  readonly hasEscrow?: true;
}

/** One order while its workflow runs: its terms, where it stands, and the commands that wait. */
export interface OrderRun {
  readonly orderId: OrderId;
  readonly payment: PaymentRun;
  readonly commands: CommandQueue<OrderCommandToCarryOut, OrderView>;
  readonly status: OrderStatus;
  readonly outcome: OrderOutcome | null;
  readonly contractId: string | null;
  /** True once an escrow was begun, whatever became of it. */
  readonly hasEscrow: boolean;
  /** The agreement. @throws before the opening command was accepted */
  terms(): OrderTerms;
  open(terms: OrderTerms): void;
  /** Waits for the opening command; false when none was accepted in time. */
  isOpened(): Promise<boolean>;
  isClosed(): boolean;
  isAchieved(command: OrderCommandName): boolean;
  /** @throws ApplicationFailure INVALID_STATE */
  refuseUnlessLegal(command: OrderCommandName): void;
  /** Writes a fact once; a refusal by the database's laws fails the command. */
  record(fact: OrderFact, caller: Caller): Promise<void>;
  /** Takes note of a status that is written. */
  moveTo(change: OrderChange): void;
}

export function openOrder({ orderId }: OrderInput): OrderRun {
  const payment = openPayment(`order ${orderId}`, "ORDER_CREATED");
  const state = {
    status: "ORDER_CREATED" as OrderStatus,
    outcome: null as OrderOutcome | null,
    contractId: null as string | null,
    hasEscrow: false,
  };
  let terms: OrderTerms | null = null;
  const situation = () => ({ ...state, hasContract: state.contractId !== null });

  const run: OrderRun = {
    orderId,
    payment,
    commands: commandQueue(),
    get status() {
      return state.status;
    },
    get outcome() {
      return state.outcome;
    },
    get contractId() {
      return state.contractId;
    },
    get hasEscrow() {
      return state.hasEscrow;
    },
    terms() {
      if (!terms) throw refusal("ORDER_NOT_FOUND", { orderId }, "the order was not opened");
      return terms;
    },
    open(agreed) {
      terms = agreed;
    },
    isOpened: () => opening.isOpened(),
    isClosed: () => state.status === "CLOSED",
    isAchieved: (command) => isAchieved(command, situation()),
    refuseUnlessLegal(command) {
      run.terms();
      if (mayStart(command, situation()) || isAchieved(command, situation())) return;
      throw refusal("INVALID_STATE", invalidState(run, command), `${command} is not possible in ${state.status}`);
    },
    async record(fact, caller) {
      try {
        await storage.storageRecordFact({ key: payment.factKey(fact.kind), caller, fact });
      } catch (error) {
        throw apiErrorOf(error) ?? error;
      }
    },
    moveTo(change) {
      Object.assign(state, change);
      payment.show({ state: state.status, ...(run.isClosed() && { waitingFor: "nothing" }) });
      showMilestoneOfLife(run, change);
    },
  };
  const opening = handleCreation(run);
  handleCommands(run);
  return run;
}

export function viewOf(run: OrderRun): OrderView {
  return { orderId: run.orderId, status: run.status, outcome: run.outcome, contractId: run.contractId };
}

function invalidState(run: OrderRun, command: OrderCommandName): ErrorDetails {
  return { currentState: run.status, allowedStates: allowedStates(command), orderId: run.orderId };
}

/** Search attributes cost an Action each time, so only what operators search for is kept in them. */
function showMilestoneOfLife(run: OrderRun, { contractId }: OrderChange): void {
  if (!contractId && !run.isClosed()) return;
  upsertSearchAttributes([
    ...(contractId ? [{ key: contractIdKey, value: contractId }] : []),
    { key: paymentStateKey, value: run.status },
    { key: stateSinceKey, value: new Date() },
  ]);
}
