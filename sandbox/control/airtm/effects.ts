import type { AirtmState } from "../../airtm/state.ts";

interface Effects {
  readonly code: string | null;
  readonly payins: number;
  readonly confirmations: number;
  readonly payouts: number;
  readonly commits: number;
  readonly completions: number;
}

/** What happened under each code of the enterprise, counted from the objects themselves; `code` null: had none. */
export function effectsByCode(state: AirtmState, wanted: string | undefined): Effects[] {
  const payins = Map.groupBy(state.payins.all(), ({ code }): string | null => code);
  const payouts = Map.groupBy(state.payouts.all(), ({ code }) => code);
  const codes = wanted === undefined ? new Set([...payins.keys(), ...payouts.keys()]) : [wanted];
  return [...codes].map((code) => {
    const payinsOfCode = payins.get(code) ?? [];
    const payoutsOfCode = payouts.get(code) ?? [];
    return {
      code,
      payins: payinsOfCode.length,
      confirmations: sum(payinsOfCode.map(({ confirmations }) => confirmations)),
      payouts: payoutsOfCode.length,
      commits: sum(payoutsOfCode.map(({ commits }) => commits)),
      completions: sum(payoutsOfCode.map(({ completions }) => completions)),
    };
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
