import { once } from "node:events";

/** Ends the keeper, which ends every server it started. */
export default async function tearDown() {
  const keeper = globalThis.testServersKeeper;
  if (!keeper || keeper.exitCode !== null) return;
  keeper.stdin.end();
  await once(keeper, "exit");
}
