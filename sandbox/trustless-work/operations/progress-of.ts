import type { Progress } from "../../escrow/terms.ts";
import { invalid } from "../api-error.ts";

interface Wanted {
  readonly description: string;
  readonly status?: string | undefined;
  readonly evidence?: string | undefined;
}

/** Milestones that exist must come with their status and evidence; new ones start as pending. */
export function progressOf({ description, status, evidence }: Wanted, index: number, existing: number): Progress {
  if (index < existing && (status === undefined || evidence === undefined)) {
    throw invalid({ [`escrow.milestones.${index}`]: ["status and evidence must be strings"] });
  }
  return { description, status: status ?? "pending", evidence: evidence ?? "" };
}
