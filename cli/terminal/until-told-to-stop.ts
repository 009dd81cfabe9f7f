const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Aborts at the first Ctrl-C, `kill` or closed terminal, or when the launcher that started us is gone; what follows
 * changes nothing.
 */
export function stopSignal(env: NodeJS.ProcessEnv): AbortSignal {
  const controller = new AbortController();
  for (const signal of SIGNALS) process.on(signal, () => controller.abort());
  // Nobody may be left to read what we print while we stop.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const launcher = Number(env.ORCHESTRATOR_LAUNCHER ?? 0);
  if (launcher === process.ppid) {
    setInterval(() => process.ppid !== launcher && controller.abort(), 1000).unref();
  }
  return controller.signal;
}

export const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    const keepRunning = setInterval(() => {}, 60_000);
    signal.addEventListener("abort", () => {
      clearInterval(keepRunning);
      resolve();
    });
  });
