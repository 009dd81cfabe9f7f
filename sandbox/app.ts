import { Hono } from "hono";
import { airtmRoutes } from "./airtm/routes.ts";
import { control } from "./control.ts";
import { friendbot } from "./stellar/friendbot.ts";
import { horizon } from "./stellar/horizon/routes.ts";
import { rpc } from "./stellar/rpc/routes.ts";
import { strikeFaults } from "./strike-faults.ts";
import { trustlessWork } from "./trustless-work/routes.ts";
import type { World } from "./world.ts";

/** The whole outside world on one server. */
export function createApp(world: World): Hono {
  const app = new Hono();
  app.route("/_sandbox", control(world));
  app.route("/friendbot", friendbot(world));
  for (const node of ["rpc", "rpc2"] as const) {
    app.use(`/${node}/*`, strikeFaults(world, node, app));
    app.route(`/${node}`, rpc(world));
  }
  for (const node of ["horizon", "horizon2"] as const) {
    app.use(`/${node}/*`, strikeFaults(world, node, app));
    app.route(`/${node}`, horizon(world));
  }
  app.use("/airtm/*", strikeFaults(world, "airtm", app));
  app.use("/trustless-work/*", strikeFaults(world, "trustless-work", app));
  app.route("/airtm", airtmRoutes(world.airtm));
  app.route("/trustless-work", trustlessWork(world));
  app.onError((error, c) => {
    console.error(error); // a mistake in this code, not in the request
    return c.json({ error: "the sandbox has a bug, see its log" }, 500);
  });
  return app;
}
