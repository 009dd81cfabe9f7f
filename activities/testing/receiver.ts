import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A customer's endpoint that answers as a test says. */
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** For the next calls, in order and in place of what was said before; afterwards, and without it, 204. null: it takes the call and never answers. */
  answer(...answers: readonly (number | null | Answer)[]): void;
  close(): void;
}

interface Answer {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const answers: (number | null | Answer)[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    received.push({ headers: request.headers as Record<string, string>, body });
    const next = answers.length > 0 ? answers.shift() : 204;
    if (next === null || next === undefined) return;
    const answer = typeof next === "number" ? { status: next } : next;
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    answer: (...next) => void answers.splice(0, answers.length, ...next),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
