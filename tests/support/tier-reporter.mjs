import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { TIERS } from "./tiers.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const emptyCount = () => ({ passed: 0, failed: 0, skipped: 0 });

/** Counts per tier, then one last line that machines read: `N passed, N failed`. */
export default class TierReporter {
  onRunComplete(_contexts, results) {
    const byTier = new Map();
    for (const suite of results.testResults) {
      const tier = suite.displayName?.name ?? tierOf(suite.testFilePath);
      const count = byTier.get(tier) ?? emptyCount();
      byTier.set(tier, count);
      for (const test of suite.testResults) count[kindOf(test.status)] += 1;
      // A file that could not be loaded ran no test, yet it is a failure.
      if (suite.testExecError && !suite.testResults.some((test) => test.status === "failed")) count.failed += 1;
    }
    const total = emptyCount();
    for (const [tier, count] of byTier) {
      for (const kind of Object.keys(total)) total[kind] += count[kind];
      process.stdout.write(`${tier.padEnd(12)} ${lineOf(count)}\n`);
    }
    if (process.env.TEST_SUMMARY_FILE) writeFileSync(process.env.TEST_SUMMARY_FILE, JSON.stringify(total));
    process.stdout.write(`${lineOf(total)}\n`);
  }
}

/** A file that could not be loaded does not say its tier. */
const tierOf = (path) => {
  const place = relative(ROOT, path);
  const inAny = (folders) => folders.some((folder) => place.startsWith(`${folder}/`));
  return TIERS.find(({ folders, without }) => inAny(folders) && !inAny(without))?.name ?? "other";
};

const kindOf = (status) => (status === "passed" || status === "failed" ? status : "skipped");

const lineOf = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
