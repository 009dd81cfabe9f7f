import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dataFolder } from "../../../cli/stack/data-folder.ts";
import { endLeftovers } from "../../../cli/stack/ownership.ts";
import { createServers } from "./servers.ts";

// The process that owns the servers of one test run. It starts each when a test first asks, and ends them all when its
// standard input closes: also when the run that started it is killed.

const folder = mkdtempSync(join(tmpdir(), "orchestrator-tests-"));
const servers = createServers(folder, process.env);

/** Data directories of stacks that tests started: a test that is killed leaves its processes to us. */
const stacks = new Set<string>();

const http = createServer(async (request, response) => {
  const url = new URL(request.url ?? "/", "http://keeper");
  const dataDir = url.searchParams.get("dataDir");
  response.setHeader("connection", "close"); // a run asks now and then, and must not meet a connection that is just being closed
  try {
    if (dataDir) stacks.add(dataDir);
    response.end(JSON.stringify(dataDir ? {} : await servers.get(url.pathname.slice(1))));
  } catch (error) {
    response.statusCode = 500;
    response.end(error instanceof Error ? error.message : String(error));
  }
});

http.listen(0, "127.0.0.1", () => {
  const address = http.address();
  if (typeof address === "object" && address) process.stdout.write(`http://127.0.0.1:${address.port}\n`);
});

const end = async () => {
  http.close();
  for (const dataDir of stacks) await endLeftovers(dataFolder(dataDir)).catch(() => {});
  for (const dataDir of stacks) rmSync(dataDir, { recursive: true, force: true });
  await servers.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
};

process.stdin.resume();
process.stdin.once("end", end);
process.on("SIGINT", () => {}); // a Ctrl-C reaches the run too, which then closes our input
process.once("SIGTERM", end);
