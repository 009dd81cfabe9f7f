export interface Quartiles {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** By linear interpolation between the two nearest values. @throws RangeError without any value */
export function quartilesOf(values: readonly number[]): Quartiles {
  if (values.length === 0) throw new RangeError("quartiles of nothing");
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const [below = 0, above = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
    return below + (above - below) * (place - Math.floor(place));
  };
  return { lower: at(0.25), median: at(0.5), upper: at(0.75) };
}
