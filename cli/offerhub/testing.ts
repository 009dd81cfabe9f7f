import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runOfferhub } from "./run.ts";
import type { World } from "./world.ts";

export interface Seen {
  readonly route: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly headers: IncomingHttpHeaders;
}

/** What a route answers: data, or a whole answer. */
export type Answer = Readonly<Record<string, unknown>> | ((seen: Seen) => FakeReply);
export interface FakeReply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** An API of canned answers, and a terminal to call it from. */
export interface CliBench {
  readonly apiUrl: string;
  readonly homeDir: string;
  /** Every request since the last `answer`. */
  seen(): readonly Seen[];
  /** From now on: by `GET /orders/ord_1`; anything else is not found. */
  answer(routes: Readonly<Record<string, Answer>>): void;
  run(args: readonly string[], world?: Partial<World>): Promise<Ran>;
  close(): Promise<void>;
}

export const list =
  (data: readonly unknown[], nextCursor: string | null = null): Answer =>
  () => ({
    status: 200,
    body: { data, hasMore: nextCursor !== null, nextCursor },
  });

export const failure =
  (status: number, code: string, message = "no"): Answer =>
  () => ({
    status,
    body: { error: { code, message, details: {}, requestId: "r-1", docs: `/docs/errors/${code}` } },
    headers: { "retry-after": "0" },
  });

export async function cliBench(): Promise<CliBench> {
  const homeDir = mkdtempSync(join(tmpdir(), "orchestrator-offerhub-"));
  let routes: Readonly<Record<string, Answer>> = {};
  let seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
    const route = `${request.method} ${pathname.replace("/api/v1", "")}`;
    const body = text === "" ? null : JSON.parse(text);
    const one = { route, query: Object.fromEntries(searchParams), body, headers: request.headers };
    seen.push(one);
    const { status, body: reply, headers = {} } = replyOf(routes[route], one);
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(typeof reply === "string" ? reply : JSON.stringify(reply));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    apiUrl,
    homeDir,
    seen: () => seen,
    answer: (given) => {
      routes = given;
      seen = [];
    },
    run: async (args, world = {}) => {
      let stdout = "";
      let stderr = "";
      const env = { OFFERHUB_API_URL: apiUrl, OFFERHUB_API_KEY: "ohk_test" };
      const exitCode = await runOfferhub(args, {
        env,
        cwd: homeDir,
        homeDir,
        ask: null,
        signal: new AbortController().signal,
        now: Date.now,
        stdout: (text) => (stdout += text),
        stderr: (text) => (stderr += text),
        ...world,
      });
      return { exitCode, stdout, stderr };
    },
    close: async () => {
      rmSync(homeDir, { recursive: true, force: true });
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function replyOf(answer: Answer | undefined, seen: Seen): FakeReply {
  if (answer === undefined) return replyOf(failure(404, "NOT_FOUND", `there is no ${seen.route}`), seen);
  return typeof answer === "function"
    ? (answer as (one: Seen) => FakeReply)(seen)
    : { status: 200, body: { data: answer } };
}

/** A `.env` where the command line runs. */
export const writeDotEnv = ({ homeDir }: CliBench, text: string): void => writeFileSync(join(homeDir, ".env"), text);
