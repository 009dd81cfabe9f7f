import { askFor } from "./keeper/ask.ts";

/** The one Redis server of this run. Shared by every test: use keys of your own. */
export const testRedis = (): Promise<{ readonly url: string }> => askFor("redis");
