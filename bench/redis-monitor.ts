import { Redis } from "ioredis";

export interface RedisMonitor {
  /** The names of the commands that clients sent since the last call. */
  take(): readonly string[];
  close(): void;
}

/** Sees every command that reaches Redis. What a script does inside the server is part of the call that ran it. */
export async function monitorRedis(url: string): Promise<RedisMonitor> {
  const redis = new Redis(url);
  const monitor = await redis.monitor();
  let seen: string[] = [];
  monitor.on("monitor", (_time: string, args: readonly string[], source: string) => {
    if (source !== "lua") seen.push(args[0]?.toLowerCase() ?? "");
  });
  return {
    take() {
      const taken = seen;
      seen = [];
      return taken;
    },
    close() {
      monitor.disconnect();
      redis.disconnect();
    },
  };
}
