export interface Step {
  readonly name: string;
  readonly status: string;
  /** Of the transaction that carried it; null where the chain has no part in it. */
  readonly transactionHash: string | null;
  readonly seconds: number;
}

export type Outcome = Pick<Step, "status" | "transactionHash">;

/** Carries out a piece of work under a name, and tells of it when it is done. */
export type TakeStep = <Result extends Outcome>(name: string, work: () => Promise<Result>) => Promise<Result>;

/** @param onStep called as each step is done */
export const stepTaker =
  (onStep: (step: Step) => void): TakeStep =>
  async (name, work) => {
    const startedAt = Date.now();
    const result = await work();
    const { status, transactionHash } = result;
    onStep({ name, status, transactionHash, seconds: (Date.now() - startedAt) / 1000 });
    return result;
  };
