import { Connection } from "@temporalio/client";
import { loadClientConnectConfig } from "@temporalio/envconfig";

export interface TemporalTarget {
  readonly connection: Connection;
  readonly namespace: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Where Temporal is: `TEMPORAL_ADDRESS`, `…_NAMESPACE`, `…_API_KEY`, `…_TLS_*`, or a profile in Temporal's own file. */
export function temporalSettings(env: Environment) {
  const { connectionOptions, namespace = "default" } = loadClientConnectConfig({ overrideEnvVars: definedOnly(env) });
  return { connectionOptions, namespace };
}

/** Connects as the environment says. @throws Error when nobody answers within ten seconds */
export async function connectToTemporal(env: Environment): Promise<TemporalTarget> {
  const { connectionOptions, namespace } = temporalSettings(env);
  const connection = await Connection.connect({ connectTimeout: 10_000, ...connectionOptions });
  return { connection, namespace };
}

const definedOnly = (env: Environment): Record<string, string> =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
