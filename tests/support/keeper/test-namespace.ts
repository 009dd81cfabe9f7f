import { Connection } from "@temporalio/client";
import { setUpNamespace } from "../../../temporal/namespace.ts";

export async function setUpTestNamespace(address: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address });
  try {
    await setUpNamespace(connection, namespace);
  } finally {
    await connection.close();
  }
}
