import type { KeptServers } from "./servers.ts";

/** Asks for a server of this test run; it is started when nobody asked before. */
export const askFor = <Name extends keyof KeptServers>(name: Name) => ask<KeptServers[Name]>(name);

/** Tells who will clean up: the processes of this stack are ended with the run, if the test has not ended them. */
export const announceStack = (dataDir: string) => ask<object>(`stack?${new URLSearchParams({ dataDir })}`);

async function ask<Answer>(path: string): Promise<Answer> {
  const keeper = process.env.TEST_SERVERS_URL;
  if (!keeper) throw new Error(`no server is kept for this tier of tests (${path}); see tests/support/tiers.mjs`);
  const answer = await fetch(`${keeper}/${path}`);
  if (!answer.ok) throw new Error(`the test server ${path} could not be started: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
