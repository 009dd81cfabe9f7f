export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}

/** The line that machines read: `12 passed, 0 failed`, with skipped ones counted only when there are any. */
export const lineOfCounts = ({ passed, failed, skipped }: TestCounts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
