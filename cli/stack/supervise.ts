import { setTimeout as delay } from "node:timers/promises";
import type { Child, Ending } from "../process/child.ts";
import { birthOf } from "../process/identity.ts";
import type { Service } from "../process/service.ts";
import type { Say } from "../servers/program.ts";
import type { StackProcess } from "./stack-file.ts";

export interface Supervised {
  readonly name: string;
  /** As it runs now; null while it does not. */
  process(): StackProcess | null;
  /** Starts it, or starts it again; resolves when it answers. */
  start(service?: Service): Promise<void>;
  /** Ends it and leaves it so. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Resolves with how it ended, when it does not run (any more). */
  ended(): Promise<string>;
}

export interface SupervisorOptions {
  /** Start it again when it dies by itself. */
  readonly revive: boolean;
  readonly say: Say;
  /** After every start and every end. */
  readonly onChange: () => void;
}

const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 1_500; // "started again within two seconds"
const STEADY_MS = 10_000;
const PATIENCE_SECONDS = 4;

/** Keeps one process of the stack running, always with the same data and address. */
export function supervise(first: Service, { revive, say, onChange }: SupervisorOptions): Supervised {
  let service = first;
  let child: Child | null = null;
  let wanted = false;
  let pauseMs = SHORTEST_PAUSE_MS;

  const spawn = async (): Promise<Child> => {
    const started = await service.spawn();
    const since = Date.now();
    child = started;
    onChange();
    void started.exited.then((ending) => died(started, ending, Date.now() - since));
    if (!wanted) await started.stop(); // stopped while it was being born
    return started;
  };

  const died = async (dead: Child, ending: Ending, livedMs: number) => {
    if (child !== dead) return;
    child = null;
    onChange();
    if (!wanted) return;
    say(`${service.name} ${ending.words}${revive ? "; starting it again" : ""}`);
    if (!revive) return;
    pauseMs = livedMs > STEADY_MS ? SHORTEST_PAUSE_MS : Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    await delay(pauseMs);
    if (wanted && !child)
      await spawn().catch((error: Error) => say(`${service.name} does not start: ${error.message}`));
  };

  const stop = async (signal?: NodeJS.Signals) => {
    wanted = false;
    if (signal) child?.kill(signal);
    await (signal ? child?.exited : child?.stop(PATIENCE_SECONDS));
  };

  const start = async (next = service) => {
    await stop();
    service = next;
    wanted = true;
    const started = await spawn();
    await service.untilReady(started).catch(async (error: unknown) => {
      await stop("SIGKILL");
      throw error;
    });
  };

  return {
    name: first.name,
    process: () => child && toStackProcess(child, service),
    start,
    stop,
    ended: async () => (child ? (await child.exited).words : "does not run"),
  };
}

const toStackProcess = ({ name, pid }: Child, { url }: Service): StackProcess => ({
  name,
  pid,
  url,
  birth: birthOf(pid) ?? "",
});
