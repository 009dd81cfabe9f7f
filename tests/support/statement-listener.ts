import { connect, createServer, type Socket } from "node:net";

export interface StatementListener {
  /** Of the same database, past the listener. */
  readonly databaseUrl: string;
  /** The statements sent since the last call. */
  take(): readonly string[];
  close(): Promise<void>;
}

/** Messages that bring a statement: a query without parameters, and the first of those with some (after its name). */
const QUERY = "Q".charCodeAt(0);
const PARSE = "P".charCodeAt(0);
const LENGTH_BYTES = 4;

/** Stands between a process and Postgres and listens to the statements that go through. */
export async function listenToStatements(databaseUrl: string): Promise<StatementListener> {
  const target = new URL(databaseUrl);
  let heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    const see = messageReader((type, body) => {
      if (type === QUERY || type === PARSE) heard.push(statementIn(type, body));
    });
    client.on("data", see);
    client.pipe(database).pipe(client);
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy()).on("close", () => sockets.delete(socket));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("the listener has no port");
  const counted = new URL(databaseUrl);
  counted.port = String(address.port);
  return {
    databaseUrl: counted.toString(),
    take() {
      const taken = heard;
      heard = [];
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function statementIn(type: number, body: Buffer): string {
  const texts = body.toString("utf8").split("\0");
  return (type === QUERY ? texts[0] : texts[1]) ?? "";
}

/** Finds the messages in a client's stream. The first one, of the start-up, has no type. */
function messageReader(onMessage: (type: number, body: Buffer) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  let isStarted = false;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const typeBytes = isStarted ? 1 : 0;
      if (rest.length < typeBytes + LENGTH_BYTES) return;
      const size = typeBytes + rest.readInt32BE(typeBytes);
      if (rest.length < size) return;
      if (isStarted) onMessage(rest[0] ?? 0, rest.subarray(1 + LENGTH_BYTES, size));
      isStarted = true;
      rest = rest.subarray(size);
    }
  };
}
