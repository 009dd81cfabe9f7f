import type { z } from "zod";
import { explain } from "../../../domain/explain/explain.ts";
import type { Part, SafeAction, Situation, StateRule } from "../../../domain/explain/situation.ts";
import type { GatewayDeps } from "../../deps.ts";
import { progressOf } from "../../progress.ts";
import { ledgerEntriesOf, transactionsOf } from "../../reads/evidence.ts";
import { presentEntry, presentTransaction, workflowAndStep } from "./present.ts";
import type { ExplanationWire } from "./schemas.ts";

export type Explanation = z.input<typeof ExplanationWire>;

export interface SubjectWorkflow {
  readonly workflowId: string;
  readonly status: string;
  readonly updatedAt: Date;
  readonly isFinal: boolean;
}

/** What a route knows of the thing that is to be explained. */
export interface Subject {
  readonly kind: Explanation["subject"]["kind"];
  readonly id: string;
  readonly state: string;
  readonly isFinished: boolean;
  readonly rule: StateRule;
  readonly commands: readonly SafeAction[];
  /** Its own first. */
  readonly workflows: readonly [SubjectWorkflow, ...SubjectWorkflow[]];
  /** Whose ledger entries belong to it; null where it moves no money of its own. */
  readonly booked: { readonly noun: "orders" | "withdrawal" | "topup"; readonly id: string } | null;
  readonly references: Explanation["evidence"]["providerReferences"];
  /** The page about its states, below `/docs/states`; null where it has none. */
  readonly statesPage: string | null;
}

/** Asks workflows, Temporal and the database at once, and lets the domain say what it all means. */
export async function explainSubject(deps: GatewayDeps, subject: Subject): Promise<Explanation> {
  const { booked, workflows } = subject;
  const [[own, ...others], rows, entries] = await Promise.all([
    partsOf(deps, workflows),
    transactionsOf(
      deps.db,
      workflows.map(({ workflowId }) => workflowId),
    ),
    booked ? ledgerEntriesOf(deps.db, booked.noun, booked.id) : [],
  ]);
  const situation: Situation = {
    rule: subject.rule,
    isFinished: subject.isFinished,
    parts: [own, ...others],
    commands: subject.commands,
    stepsInFlight: rows.filter(({ outcome }) => outcome === null).map(({ stepKey }) => stepKey),
    stepsSigned: rows.map(({ stepKey }) => stepKey),
  };
  const { workflowId, ...found } = explain(situation);
  const holder = situation.parts.find((part) => part.workflowId === workflowId) ?? own;
  return {
    subject: { kind: subject.kind, id: subject.id, workflowId },
    state: subject.state,
    isFinished: subject.isFinished,
    ...found,
    deadline: own.where.deadline ?? null,
    ignoredDecision: subject.isFinished ? null : holder.where.ignoredDecision,
    source: holder.source,
    evidence: {
      transactions: rows.map(presentTransaction),
      providerReferences: [...subject.references, ...rows.map(toReference)],
      ledgerEntries: entries.map(presentEntry),
    },
    links: linksOf(deps, subject, workflowId, found.parkedReason),
  };
}

async function partsOf(deps: GatewayDeps, [own, ...others]: Subject["workflows"]): Promise<[Part, ...Part[]]> {
  const partOf = async (one: SubjectWorkflow): Promise<Part> => {
    const [{ source, ...where }, execution] = await Promise.all([
      progressOf(deps, one),
      one.isFinal ? null : deps.temporal.execution(one.workflowId),
    ]);
    return { workflowId: one.workflowId, where, source, execution };
  };
  const [first, ...rest] = await Promise.all([partOf(own), ...others.map(partOf)]);
  return [first, ...rest];
}

const toReference = ({ hash, stepKey, sendThrough }: { hash: string; stepKey: string; sendThrough: string }) => ({
  provider: sendThrough,
  kind: `transaction of ${workflowAndStep(stepKey).step}`,
  id: hash,
});

function linksOf({ config }: GatewayDeps, { statesPage }: Subject, workflowId: string, problem: string | null) {
  const { publicBaseUrl, temporalUiUrl, temporal } = config;
  return {
    runbook: problem === null ? null : `${publicBaseUrl}/docs/runbooks/${problem}`,
    webUi:
      temporalUiUrl && `${temporalUiUrl}/namespaces/${temporal.namespace}/workflows/${encodeURIComponent(workflowId)}`,
    docs: `${publicBaseUrl}/docs${statesPage === null ? "" : `/states/${statesPage}`}`,
  };
}
