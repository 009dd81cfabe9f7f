import {
  Client,
  Connection,
  type ConnectionOptions,
  defaultGrpcRetryOptions,
  isGrpcServiceError,
  makeGrpcRetryInterceptor,
  ServiceError,
  WithStartWorkflowOperation,
  type WorkflowClientInterceptor,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  type WorkflowUpdateHandle,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  WorkflowUpdateStage,
} from "@temporalio/client";
import {
  ApplicationFailure,
  type SearchAttributePair,
  type SignalDefinition,
  TypedSearchAttributes,
  type UpdateDefinition,
} from "@temporalio/common";
import { AppError, type ErrorDetails, isErrorCode } from "../domain/errors.ts";
import { type OperatorDecision, operatorDecisionSignal } from "../workflows/contracts/operating.ts";
import { PAYMENTS_QUEUE } from "../workflows/contracts/task-queues.ts";
import { watchTemporal } from "./watch-temporal.ts";

/** What became of a command while the caller waited. */
export type CommandReply<Result> =
  | { readonly kind: "final"; readonly result: Result }
  /** Not at its end: the work goes on. */
  | { readonly kind: "pending" }
  /** The workflow is closed or never was: its row decides. */
  | { readonly kind: "gone" };

interface Addressed {
  readonly workflowId: string;
  /** The same command again attaches to the first one. */
  readonly updateId: string;
  /** Epoch milliseconds. */
  readonly replyBy: number;
}

export interface Command<Result, Argument> extends Addressed {
  readonly update: UpdateDefinition<Result, [Argument]>;
  readonly argument: Argument;
}

export interface Opening<Result, Args extends unknown[]> extends Addressed {
  readonly update: UpdateDefinition<Result, Args>;
  readonly args: Args;
  readonly workflowType: string;
  readonly input: object;
  /** One line for the Web UI. */
  readonly summary: string;
  readonly searchAttributes: readonly SearchAttributePair[];
  /** True where a closed run may be followed by another one: nothing of it moves money. */
  readonly mayReopen?: boolean;
}

export interface Start {
  readonly workflowType: string;
  readonly workflowId: string;
  readonly input: object;
  /** One line for the Web UI. */
  readonly summary: string;
  readonly searchAttributes?: readonly SearchAttributePair[];
  /** True where a closed run may be followed by another one: it looks at what the first one left, and is safe to repeat. */
  readonly mayReopen?: boolean;
}

export type Temporal = ReturnType<typeof createTemporal>;

/** The workflow said no. Its answer is stored under the update's id, so only a new id can be asked again. */
export class CommandRefused extends AppError {}

/** Acceptance is waited for this long even by a caller who does not wait: before it, nothing is durable. */
const ACCEPTANCE_MS = 5_000;
/** A command that is already at its end tells so within this. */
const GRACE_MS = 100;

interface TemporalTarget {
  readonly connectionOptions: ConnectionOptions;
  readonly namespace: string;
  readonly interceptors?: readonly WorkflowClientInterceptor[];
}

/** The only Temporal client of the gateway. Its connection is made when needed and again after every outage. */
export function createTemporal(target: TemporalTarget) {
  const { namespace, interceptors = [] } = target;
  const connection = Connection.lazy({
    ...target.connectionOptions,
    interceptors: [makeGrpcRetryInterceptor(defaultGrpcRetryOptions({ maxAttempts: 5 }))], // about two seconds: then 503
  });
  const { workflow } = new Client({ connection, namespace, interceptors: { workflow: [...interceptors] } });
  const watch = watchTemporal(connection, workflow, namespace);

  /** @throws AppError with the refusal's code, or SERVICE_UNAVAILABLE while nothing was accepted */
  async function settle<Result>(
    replyBy: number,
    start: () => Promise<WorkflowUpdateHandle<Result>>,
  ): Promise<CommandReply<Result>> {
    try {
      const handle = await connection.withDeadline(Math.max(replyBy, Date.now() + ACCEPTANCE_MS), start);
      return await connection.withDeadline(Math.max(replyBy, Date.now() + GRACE_MS), () => outcomeOf(handle));
    } catch (error) {
      if (isGone(error)) return { kind: "gone" };
      if (error instanceof WorkflowUpdateFailedError) throw refusalOf(error);
      if (isAway(error)) throw new AppError("SERVICE_UNAVAILABLE", { dependency: "temporal" });
      throw error;
    }
  }

  /** A run that started keeps its first command for a worker that comes back: then "nothing was accepted" is not the end. */
  async function unlessItMayStillOpen<Result>(
    workflowId: string,
    replyBy: number,
    start: () => Promise<WorkflowUpdateHandle<Result>>,
  ): Promise<CommandReply<Result>> {
    try {
      return await settle(replyBy, start);
    } catch (error) {
      const isUnanswered = error instanceof AppError && !(error instanceof CommandRefused);
      if (isUnanswered && (await watch.isRunning(workflowId))) return { kind: "pending" };
      throw error;
    }
  }

  return {
    ...watch,

    /** Sends a command to a running workflow. */
    command: <Result, Argument>(command: Command<Result, Argument>): Promise<CommandReply<Result>> =>
      settle(command.replyBy, () =>
        workflow.getHandle(command.workflowId).startUpdate(command.update, {
          args: [command.argument],
          updateId: command.updateId,
          waitForStage: WorkflowUpdateStage.ACCEPTED,
        }),
      ),

    /** Starts a workflow by its first command, or sends the command to the one that runs. */
    open: <Result, Args extends unknown[]>(opening: Opening<Result, Args>): Promise<CommandReply<Result>> =>
      unlessItMayStillOpen(opening.workflowId, opening.replyBy, () =>
        workflow.startUpdateWithStart(opening.update, {
          args: opening.args,
          updateId: opening.updateId,
          waitForStage: WorkflowUpdateStage.ACCEPTED,
          startWorkflowOperation: new WithStartWorkflowOperation(opening.workflowType, {
            workflowId: opening.workflowId,
            taskQueue: PAYMENTS_QUEUE,
            args: [opening.input],
            workflowIdConflictPolicy: "USE_EXISTING",
            workflowIdReusePolicy: opening.mayReopen ? "ALLOW_DUPLICATE" : "REJECT_DUPLICATE",
            staticSummary: opening.summary,
            typedSearchAttributes: new TypedSearchAttributes([...opening.searchAttributes]),
          }),
        }),
      ),

    /** Starts a workflow that answers to nobody; the same id again starts nothing while it runs, nor later. @throws Error while Temporal is away */
    startOnce: async (start: Start): Promise<void> => {
      const started = connection.withDeadline(Date.now() + ACCEPTANCE_MS, () =>
        workflow.start(start.workflowType, {
          workflowId: start.workflowId,
          taskQueue: PAYMENTS_QUEUE,
          args: [start.input],
          workflowIdReusePolicy: start.mayReopen ? "ALLOW_DUPLICATE" : "REJECT_DUPLICATE",
          workflowIdConflictPolicy: "USE_EXISTING",
          staticSummary: start.summary,
          typedSearchAttributes: new TypedSearchAttributes([...(start.searchAttributes ?? [])]),
        }),
      );
      await started.catch((error: unknown) => {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      });
    },

    /** Tells a running workflow a fact. False when none runs under the id. @throws Error while Temporal is away */
    signal: async <Argument>(
      workflowId: string,
      signal: SignalDefinition<[Argument]>,
      argument: Argument,
    ): Promise<boolean> => {
      const sent = connection.withDeadline(Date.now() + ACCEPTANCE_MS, () =>
        workflow.getHandle(workflowId).signal(signal, argument),
      );
      return sent.then(
        () => true,
        (error: unknown) => {
          if (error instanceof WorkflowNotFoundError) return false;
          throw error;
        },
      );
    },

    /** Tells a workflow what an operator decided; told again it counts once. False when it is over, or never was. */
    decide: async (workflowId: string, decision: OperatorDecision): Promise<boolean> => {
      try {
        await connection.withDeadline(Date.now() + ACCEPTANCE_MS, () =>
          workflow.getHandle(workflowId).signal(operatorDecisionSignal, decision),
        );
        return true;
      } catch (error) {
        if (isGone(error)) return false;
        if (isAway(error)) throw new AppError("SERVICE_UNAVAILABLE", { dependency: "temporal" });
        throw error;
      }
    },

    close: () => connection.close(),
  };
}

/** Once accepted, silence means "not yet": only a stated end is an end. */
async function outcomeOf<Result>(handle: WorkflowUpdateHandle<Result>): Promise<CommandReply<Result>> {
  try {
    return { kind: "final", result: await handle.result() };
  } catch (error) {
    if (isAway(error)) return { kind: "pending" };
    throw error;
  }
}

const isAway = (error: unknown): boolean =>
  error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
  error instanceof ServiceError ||
  isGrpcServiceError(error);

/** What the server says of a command that met a run in the moment of its end: it was not carried out. */
const CAME_TOO_LATE: readonly unknown[] = ["AcceptedUpdateCompletedWorkflow", "UnprocessedUpdate"];

const isGone = (error: unknown): boolean =>
  error instanceof WorkflowNotFoundError ||
  error instanceof WorkflowExecutionAlreadyStartedError ||
  (error instanceof WorkflowUpdateFailedError && CAME_TOO_LATE.includes(typeOf(error.cause)));

/** The refusal in the words of the error table. What is not in it stays itself, and is told to nobody. */
function refusalOf(error: WorkflowUpdateFailedError): unknown {
  const { cause } = error;
  const code = typeOf(cause);
  if (!(cause instanceof ApplicationFailure) || !isErrorCode(code)) return error;
  const details = cause.details?.[0];
  return new CommandRefused(code, isDetails(details) ? details : null);
}

const typeOf = (cause: unknown): unknown => (cause instanceof ApplicationFailure ? cause.type : null);
const isDetails = (value: unknown): value is ErrorDetails =>
  typeof value === "object" && value !== null && !Array.isArray(value);
