import { randomUUID } from "node:crypto";
import { askFor } from "./keeper/ask.ts";
import { setUpTestNamespace } from "./keeper/test-namespace.ts";

export interface TestTemporal {
  readonly address: string;
  /** The shared namespace, with our search attributes. */
  readonly defaultNamespace: string;
  /** A new namespace of your own, with our search attributes; returns its name. */
  namespace(label: string): Promise<string>;
  /** A task queue name that nobody else uses. */
  taskQueue(label: string): string;
}

/** The one real Temporal server of this run (in memory). */
export async function testTemporal(): Promise<TestTemporal> {
  const { address } = await askFor("temporal");
  return {
    address,
    defaultNamespace: "default",
    taskQueue: (label) => `${label}-${randomUUID()}`,
    async namespace(label) {
      const name = `${label}-${randomUUID()}`;
      await setUpTestNamespace(address, name);
      return name;
    },
  };
}

/** For `TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: "existing-path", path } } })`. */
export const timeSkippingServerPath = async (): Promise<string> => (await askFor("timeSkipping")).path;
