import { freePort, isFree, nextFreePort } from "../process/ports.ts";

/** The ports of the stack: the variable that sets each, and where it is when nobody sets it. */
export const PORTS = {
  gateway: { variable: "PORT", usual: 4000 },
  sandbox: { variable: "SANDBOX_PORT", usual: 4100 },
  workerHealth: { variable: "WORKER_HEALTH_PORT", usual: 4001 },
  temporal: { variable: "TEMPORAL_PORT", usual: 7233 },
  temporalUi: { variable: "TEMPORAL_UI_PORT", usual: 8233 },
  postgres: { variable: "POSTGRES_PORT", usual: 54329 },
  redis: { variable: "REDIS_PORT", usual: 63799 },
} as const;

export type PortName = keyof typeof PORTS;
export type Ports = Readonly<Record<PortName, number>>;

/**
 * A port that the user set must be free; another one moves to the next free port, and that is said. `any` takes free ports
 * anywhere (for stacks of tests, side by side).
 * @throws Error that names the busy port and the variable that asked for it
 */
export async function choosePorts(env: NodeJS.ProcessEnv, any: boolean, say: (line: string) => void): Promise<Ports> {
  const chosen: Partial<Record<PortName, number>> = {};
  const taken = new Set<number>();
  for (const name of Object.keys(PORTS) as PortName[]) {
    const port = any ? await freePortBesides(taken) : await choose(name, env, taken);
    const { usual, variable } = PORTS[name];
    if (!any && !env[variable] && port !== usual) {
      say(`port ${usual} is busy: ${name} takes ${port} (set ${variable} to choose another)`);
    }
    taken.add(port);
    chosen[name] = port;
  }
  return chosen as Ports; // every name was given a port above
}

async function choose(name: PortName, env: NodeJS.ProcessEnv, taken: ReadonlySet<number>): Promise<number> {
  const { variable, usual } = PORTS[name];
  const wanted = env[variable];
  if (!wanted) return nextFreePort(usual, taken);
  const port = toPort(variable, wanted);
  if (taken.has(port) || !(await isFree(port))) {
    throw new Error(
      `port ${port} (${variable}, for ${name}) is in use: stop what uses it, or set ${variable} otherwise`,
    );
  }
  return port;
}

function toPort(variable: string, text: string): number {
  const port = Number(text);
  if (!/^[0-9]+$/.test(text) || port < 1 || port > 65_535) throw new Error(`${variable}=${text} is not a port`);
  return port;
}

async function freePortBesides(taken: ReadonlySet<number>): Promise<number> {
  for (;;) {
    const port = await freePort();
    if (!taken.has(port)) return port;
  }
}
