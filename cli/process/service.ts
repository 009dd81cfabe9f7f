import type { Child } from "./child.ts";

/** A process that can be started again and again with the same data and the same address. */
export interface Service {
  readonly name: string;
  /** Where it answers. */
  readonly url: string;
  spawn(): Promise<Child>;
  /** Resolves when it answers. @throws Error when it ends first, or takes too long */
  untilReady(child: Child): Promise<void>;
}

/** Starts it and waits until it answers; one that never does is stopped. */
export async function startService(service: Service): Promise<Child> {
  const child = await service.spawn();
  try {
    await service.untilReady(child);
  } catch (error) {
    await child.stop(1);
    throw error;
  }
  return child;
}
