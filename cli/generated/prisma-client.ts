import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { installedProgram, PROJECT_ROOT } from "../project-root.ts";

/** Runs `prisma generate`. It wants a native engine that this step does not use: any file that exists will do. */
export async function generatePrismaClient(env: NodeJS.ProcessEnv): Promise<void> {
  const settings = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  };
  await promisify(execFile)(process.execPath, [installedProgram("prisma/build/index.js"), "generate"], {
    cwd: PROJECT_ROOT,
    env: { ...env, ...settings },
  });
}
