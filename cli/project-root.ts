import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of package.json. */
export const PROJECT_ROOT = fileURLToPath(new URL("..", import.meta.url));

/** A program of an installed package, to be run with Node. */
export const installedProgram = (path: string): string => join(PROJECT_ROOT, "node_modules", path);
