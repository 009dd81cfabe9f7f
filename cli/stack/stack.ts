import type { Say } from "../servers/program.ts";
import type { ProcessName } from "./names.ts";
import type { StackProcess } from "./stack-file.ts";

export type PaymentProviderName = "crypto" | "airtm";

export interface StackOptions {
  /** Everything that is kept between runs. */
  readonly dataDir: string;
  /** The user's environment. `DATABASE_URL`, `REDIS_URL`, `TEMPORAL_ADDRESS` there replace our own servers. */
  readonly env: NodeJS.ProcessEnv;
  /** Free ports anywhere, for stacks side by side; else those of `ports.ts`. */
  readonly anyPorts?: boolean;
  /** Begin with nothing. */
  readonly reset?: boolean;
  /** By what money moves; crypto unless told. A data directory stays with what it began with. */
  readonly paymentProvider?: PaymentProviderName;
  /** False only in tests. */
  readonly durable?: boolean;
  /** Start again what dies by itself; true unless told. */
  readonly revive?: boolean;
  /** Leave out the worker, the gateway or both. */
  readonly without?: readonly ("worker" | "gateway")[];
  /** Further settings of sandbox, worker and gateway. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Aborted: everything is stopped, and starting fails. */
  readonly signal?: AbortSignal;
  readonly say: Say;
}

export interface StackUrls {
  readonly gateway: string;
  readonly sandbox: string;
  readonly workerHealth: string;
  readonly database: string;
  readonly redis: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  /** Null when the Temporal server is not ours. */
  readonly temporalUi: string | null;
}

export interface Stack {
  readonly urls: StackUrls;
  readonly masterKey: string;
  /** The environment of worker and gateway, secrets included. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  processes(): readonly StackProcess[];
  /** Ends a process and leaves it ended until `restart`. */
  kill(name: ProcessName, signal?: NodeJS.Signals): Promise<void>;
  /** Starts a process again (ending it first), with further settings when given; resolves when it answers. */
  restart(name: ProcessName, settings?: Readonly<Record<string, string>>): Promise<void>;
  /** Resolves when the process has ended, with how. */
  ended(name: ProcessName): Promise<string>;
  /** Ends everything, in order. */
  stop(): Promise<void>;
}
