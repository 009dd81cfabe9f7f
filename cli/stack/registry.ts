import type { Service } from "../process/service.ts";
import type { Say } from "../servers/program.ts";
import { type DataFolder, rotateLog } from "./data-folder.ts";
import { PROCESS_NAMES, type ProcessName } from "./names.ts";
import { type StackProcess, writeStackFile } from "./stack-file.ts";
import { type Supervised, supervise } from "./supervise.ts";

export interface Registry {
  /** Starts a process under supervision; resolves when it answers. */
  run(name: ProcessName, service: Service): Promise<void>;
  /** @throws Error when the stack runs no such process */
  get(name: ProcessName): Supervised;
  processes(): readonly StackProcess[];
  /** Ends everything, and lets nothing start any more. */
  stopAll(): Promise<void>;
}

/** Who stops together: first those who use the others. */
const STOP_ORDER: readonly (readonly ProcessName[])[] = [
  ["gateway", "worker"],
  ["sandbox", "temporal", "redis"],
  ["postgres"],
];

/** The processes of one stack. `stack.json` says at every moment which of them run. */
export function createRegistry(folder: DataFolder, options: { readonly revive: boolean; readonly say: Say }): Registry {
  const running = new Map<ProcessName, Supervised>();
  let stopping = false;

  const processes = () => PROCESS_NAMES.flatMap((name) => running.get(name)?.process() ?? []);
  const onChange = () => writeStackFile(folder.stackFile, processes());

  return {
    processes,
    async run(name, service) {
      if (stopping) throw new Error("the stack is being stopped");
      rotateLog(folder.log(name));
      const supervised = supervise(service, { ...options, onChange });
      running.set(name, supervised);
      await supervised.start();
    },
    get(name) {
      const supervised = running.get(name);
      if (!supervised) throw new Error(`this stack runs no ${name}`);
      return supervised;
    },
    async stopAll() {
      stopping = true;
      for (const names of STOP_ORDER) await Promise.all(names.map((name) => running.get(name)?.stop()));
    },
  };
}
