import { connectToTemporal } from "./connect.ts";
import { setUpNamespace } from "./namespace.ts";

// Run before the first gateway and worker, and after every upgrade: `node temporal/setup.ts`.

const { connection, namespace } = await connectToTemporal(process.env);
try {
  await setUpNamespace(connection, namespace);
  console.log(`Temporal namespace ${namespace} is set up.`);
} finally {
  await connection.close();
}
