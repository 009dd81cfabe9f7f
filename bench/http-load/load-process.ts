import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { HttpFigure, HttpLoad } from "./load.ts";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));

export interface LoadProcess {
  /** Requests answered per second, or how long the slowest hundredth waited. @throws Error when one was answered otherwise than expected */
  run(load: HttpLoad): Promise<number>;
  close(): void;
}

export function startLoadProcess(): LoadProcess {
  const child = fork(MAIN, [], { execArgv: ["--no-warnings"] });
  return {
    async run(load) {
      child.send(load);
      const [answer] = (await once(child, "message")) as [HttpFigure | { error: string }];
      if ("error" in answer) throw new Error(answer.error);
      return answer.figure;
    },
    close: () => void child.disconnect(),
  };
}
