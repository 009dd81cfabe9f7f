import { readFile } from "node:fs/promises";
import { Scalar } from "@scalar/hono-api-reference";
import { Hono } from "hono";
import { isStepProblem } from "../domain/chain/problems.ts";
import { AppError, isErrorCode } from "../domain/errors.ts";
import type { AppEnv } from "./endpoint.ts";
import { openApiDocument } from "./openapi.ts";

/** The package does not export its browser build, so it is taken by its path. */
const SCRIPT = new URL("../node_modules/@scalar/api-reference/dist/browser/standalone.js", import.meta.url);
const PAGES = new URL("../docs/", import.meta.url);
/** Which names have a page, per folder. Nothing else is read from the disk. */
const NAMES: Readonly<Record<string, (name: string) => boolean>> = {
  errors: isErrorCode,
  runbooks: isStepProblem,
  states: (name) => ["order", "escrow", "milestone", "topup", "withdrawal", "dispute"].includes(name),
};

let contract: string | null = null;

/** Made when it is first asked for: most of what a gateway's start would take. */
function contractText(): string {
  contract ??= JSON.stringify(openApiDocument());
  return contract;
}

/** The contract and pages to browse it. The page's script is served from here: nothing is loaded from elsewhere. */
export function docsRoutes(prefix: string): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get("/openapi.json", (c) => c.body(contractText(), 200, { "content-type": "application/json" }));
  app.get(
    "/docs",
    Scalar({
      url: `${prefix}/openapi.json`,
      cdn: `${prefix}/docs/standalone.js`,
      pageTitle: "Payments orchestrator API",
      withDefaultFonts: false,
      telemetry: false,
    }),
  );
  app.get("/docs/standalone.js", async (c) =>
    c.body(await readFile(SCRIPT), 200, {
      "content-type": "text/javascript",
      "cache-control": "public, max-age=86400",
    }),
  );
  app.get("/docs/:folder/:name", async (c) => {
    const { folder, name } = c.req.param();
    const isPage = Object.hasOwn(NAMES, folder) ? NAMES[folder] : undefined;
    if (!isPage?.(name)) throw new AppError("NOT_FOUND");
    return c.body(await readFile(new URL(`${folder}/${name}.md`, PAGES)), 200, {
      "content-type": "text/markdown; charset=utf-8",
    });
  });
  return app;
}
