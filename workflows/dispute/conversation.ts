import { CancellationScope, condition, setHandler } from "@temporalio/workflow";
import {
  type AddEvidence,
  type AssignDispute,
  addEvidenceUpdate,
  assignUpdate,
  type CommentDispute,
  commentUpdate,
} from "../contracts/dispute.ts";
import { openQuestions } from "../steps/questions.ts";
import type { DisputeRun } from "./dispute-run.ts";

/**
 * What is said does not wait for what is being paid: these are carried out at once, one after the other, and also after
 * somebody cancelled the workflow, which goes on.
 */
export function handleConversation(run: DisputeRun): void {
  const oneByOne = turns();
  const inTurn = <Result>(work: () => Promise<Result>) => CancellationScope.nonCancellable(() => oneByOne(work));
  setHandler(assignUpdate, (request) => inTurn(() => assign(run, request)), {
    validator: (_request: AssignDispute) => run.refuseUnless("OPEN"),
  });
  const remarks = openQuestions();
  remarks.handle(commentUpdate, (request) => inTurn(() => comment(run, request)));
  const isOpen = () => run.refuseUnless("OPEN", "UNDER_REVIEW");
  remarks.handle(addEvidenceUpdate, (request) => inTurn(() => addEvidence(run, request)), isOpen);
}

async function assign(run: DisputeRun, { caller, assignedTo, notes }: AssignDispute) {
  run.refuseUnless("OPEN");
  const assignedAt = new Date().toISOString();
  await run.record({ kind: "disputeAssigned", dispute: run.terms, assignedTo, notes, assignedAt }, caller);
  if (!run.isOver()) run.moveTo("UNDER_REVIEW"); // the freeze may have been given up while this was being written
  return run.view();
}

async function comment(run: DisputeRun, { caller, commentId, comment, author }: CommentDispute) {
  const commentedAt = new Date().toISOString();
  const fact = { kind: "disputeCommented", dispute: run.terms, commentId, comment, author, commentedAt } as const;
  await run.record(fact, caller, commentId);
  return run.view();
}

async function addEvidence(run: DisputeRun, { caller, evidence: added }: AddEvidence) {
  run.refuseUnless("OPEN", "UNDER_REVIEW");
  const evidence = [...run.evidence, ...added];
  await run.record({ kind: "evidenceAdded", dispute: run.terms, added, evidence }, caller);
  run.evidence = evidence;
  return run.view();
}

/** Runs pieces of work one after the other, in the order in which they came. */
function turns() {
  let last = 0;
  let done = 0;
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    last += 1;
    const turn = last;
    await condition(() => done === turn - 1);
    try {
      return await work();
    } finally {
      done = turn;
    }
  };
}
