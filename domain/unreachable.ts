/** The compiler refuses a call of this unless every case was handled. */
export function unreachable(value: never): never {
  throw new RangeError(`unhandled case: ${String(value)}`);
}
