import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * When a process was born, as its system says it, or null when there is none. A pid is used again some day: only pid
 * and birth together name a process.
 */
export function birthOf(pid: number): string | null {
  return process.platform === "linux" ? birthFromProc(pid) : birthFromPs(pid);
}

export const isAlive = ({ pid, birth }: { readonly pid: number; readonly birth: string }): boolean =>
  birthOf(pid) === birth;

function birthFromProc(pid: number): string | null {
  try {
    const startTicks = startTicksIn(readFileSync(`/proc/${pid}/stat`, "utf8"));
    return startTicks && `${startTicks} ${bootId()}`;
  } catch {
    return null;
  }
}

/**
 * When a process started, in ticks since its machine did, as `/proc/<pid>/stat` says it; null when it has ended. A zombie
 * has ended once none of its threads is left: until then they hold its ports and files.
 */
export function startTicksIn(stat: string): string | null {
  const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" "); // the name before it may hold anything
  const threadCount = Number(fields[16]);
  if (state === "Z" && threadCount <= 1) return null;
  return fields[18] ?? null;
}

const bootId = () => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();

function birthFromPs(pid: number): string | null {
  try {
    const answer = execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8", stdio: "pipe" });
    return answer.trim() || null;
  } catch {
    return null;
  }
}
