import { Client } from "pg";

const CHANNEL = "events";
const RECONNECT_MS = 1_000;

export interface EventListener {
  close(): void;
}

/**
 * Calls back whenever events were written, on one connection of its own, which must lead to the server itself: a transaction
 * pooler forgets who listens. It may miss some; who calls this must look by itself now and then.
 */
export function listenForEvents(databaseUrl: string, onEvents: () => void): EventListener {
  let client: Client | null = null;
  let again: NodeJS.Timeout | undefined;
  let isClosed = false;

  const reconnect = (from: Client) => {
    if (client !== from || isClosed) return;
    client = null;
    again = setTimeout(connect, RECONNECT_MS);
    again.unref();
    from.end().catch(() => {});
  };
  const connect = () => {
    const connecting = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000, keepAlive: true });
    client = connecting;
    connecting.on("notification", onEvents);
    connecting.on("error", () => reconnect(connecting));
    connecting.on("end", () => reconnect(connecting));
    connecting
      .connect()
      .then(() => connecting.query(`LISTEN ${CHANNEL}`))
      .then(onEvents) // what came before it listened
      .catch(() => reconnect(connecting));
  };
  connect();
  return {
    close() {
      isClosed = true;
      clearTimeout(again);
      client?.end().catch(() => {});
    },
  };
}
