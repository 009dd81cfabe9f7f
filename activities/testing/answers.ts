import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface AnsweringServer {
  readonly url: string;
  /** Answers every request with this from now on. */
  say(body: unknown): void;
  close(): Promise<void>;
}

/** A provider that answers whatever it is told to. */
export async function answeringServer(): Promise<AnsweringServer> {
  let body: unknown = null;
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "application/json", connection: "close" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    say(next) {
      body = next;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** One answer, spoilt in one way. */
export interface Mutation {
  readonly name: string;
  readonly body: Record<string, unknown>;
}

/** Every field removed, emptied and of another type; every number as a string; a field and a value that nobody knows. */
export const mutationsOf = (answer: Record<string, unknown>): Mutation[] => [
  { name: "an unknown field", body: { ...answer, addedLater: { nested: ["value"] } } },
  ...Object.keys(answer).flatMap((field) => mutationsOfField(answer, field)),
];

function mutationsOfField(answer: Record<string, unknown>, field: string): Mutation[] {
  const { [field]: value, ...rest } = answer;
  const changed = (what: string, to: unknown) => ({ name: `${field} ${what}`, body: { ...answer, [field]: to } });
  return [
    { name: `${field} removed`, body: rest },
    changed("null", null),
    changed("an object", { value }),
    ...(typeof value === "number" ? [changed("as a string", String(value))] : []),
    ...(typeof value === "string" ? [changed("an unknown value", "NEVER_HEARD_OF")] : []),
    ...(typeof value === "boolean" ? [changed("as a string", String(value))] : []),
  ];
}
