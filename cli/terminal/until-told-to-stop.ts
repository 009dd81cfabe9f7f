const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Aborts at the first Ctrl-C, `kill` or closed terminal; those that follow change nothing. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of SIGNALS) process.on(signal, () => controller.abort());
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
