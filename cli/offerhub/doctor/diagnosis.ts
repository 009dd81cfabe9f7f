import { AuthorizationError, NotFoundError } from "../../../sdk/index.ts";

/** One thing that was looked at. */
export interface Diagnosis {
  readonly name: string;
  /** `unknown`: this installation, or this key, does not tell. */
  readonly state: "well" | "warning" | "bad" | "unknown";
  readonly found: string;
  /** What to do, when it is not well. */
  readonly advice: string | null;
}

export const well = (name: string, found: string): Diagnosis => ({ name, state: "well", found, advice: null });
export const warning = (name: string, found: string, advice: string): Diagnosis => ({
  name,
  state: "warning",
  found,
  advice,
});
export const bad = (name: string, found: string, advice: string): Diagnosis => ({ name, state: "bad", found, advice });

const unknown = (name: string, found: string, advice: string): Diagnosis => ({ name, state: "unknown", found, advice });

/** Looks, and tells of what came in between instead of failing. */
export async function look(name: string, work: () => Promise<readonly Diagnosis[]>): Promise<readonly Diagnosis[]> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotFoundError) {
      return [unknown(name, "this installation does not tell", "is it older than this program?")];
    }
    if (error instanceof AuthorizationError) {
      return [unknown(name, "this key may not ask", "look again with a key that has the scope support")];
    }
    return [bad(name, error instanceof Error ? error.message : String(error), "look into the gateway's log")];
  }
}
