import type { Generation } from "../../escrow/generation.ts";
import { invalid } from "../api-error.ts";

/** The older contract pays all milestones to one receiver; the newer one has nothing to share. */
export function sharedReceiver(
  generation: Generation,
  field: string,
  milestones: readonly { readonly receiver: string }[],
): string | null {
  if (generation === "G1") return null;
  const [receiver, ...others] = new Set(milestones.map((milestone) => milestone.receiver));
  if (receiver !== undefined && others.length === 0) return receiver;
  throw invalid({ [field]: ["must all have the same receiver: the contract has one for the whole escrow"] });
}
