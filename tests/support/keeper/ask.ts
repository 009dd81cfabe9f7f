import type { KeptServers } from "./servers.ts";

/** Asks for a server of this test run; it is started when nobody asked before. */
export async function askFor<Name extends keyof KeptServers>(name: Name): Promise<KeptServers[Name]> {
  const keeper = process.env.TEST_SERVERS_URL;
  if (!keeper)
    throw new Error(`no server is kept for this tier of tests (wanted: ${name}); see tests/support/tiers.mjs`);
  const answer = await fetch(`${keeper}/${name}`);
  if (!answer.ok) throw new Error(`the test server ${name} could not be started: ${await answer.text()}`);
  return (await answer.json()) as KeptServers[Name];
}
