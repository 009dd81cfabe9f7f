import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const KEEPER = fileURLToPath(new URL("./keeper/main.ts", import.meta.url));

/** Starts the keeper of this run's servers; the servers themselves start when a test asks for them. */
export default async function setUp() {
  if (process.env.TEST_SERVERS_URL) return;
  const keeper = spawn(process.execPath, [KEEPER], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, NODE_OPTIONS: "--no-warnings" },
  });
  const [firstOutput] = await Promise.race([
    once(keeper.stdout, "data"),
    once(keeper, "exit").then(([code]) => Promise.reject(new Error(`the keeper of test servers ended with ${code}`))),
  ]);
  process.env.TEST_SERVERS_URL = String(firstOutput).trim();
  globalThis.testServersKeeper = keeper;
}
