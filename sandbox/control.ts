import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import { airtmControl } from "./control/airtm/routes.ts";
import { clockRoutes } from "./control/clock.ts";
import { describeWorld } from "./control/describe.ts";
import { escrowRoutes } from "./control/escrows.ts";
import { faultRoutes } from "./control/faults.ts";
import { stellarRoutes } from "./control/stellar.ts";
import { readBody } from "./read-body.ts";
import type { World } from "./world.ts";

const Generation = z.strictObject({ generation: z.enum(["G0", "G1"]) });

/** How tests steer the outside world. No fault ever strikes these routes. */
export function control(world: World): Hono {
  const app = new Hono();
  app.get("/", (c) => c.json(describeWorld(world, c.req.header("host") ?? "")));
  app.post("/reset", (c) => {
    world.reset();
    return c.json({ reset: true });
  });
  app.post("/generation", async (c) => {
    const { generation } = await readBody(c, Generation);
    world.changeGeneration(generation);
    return c.json({ generation });
  });
  app.get("/requests", (c) => c.json({ requests: world.requests.of(c.req.query("party")) }));
  app.route("/airtm", airtmControl(world));
  app.route("/clock", clockRoutes(world));
  app.route("/faults", faultRoutes(world));
  app.route("/stellar", stellarRoutes(world));
  app.route("/escrows", escrowRoutes(world));
  app.onError((error, c) => {
    const status = error instanceof HTTPException ? error.status : 500;
    return c.json({ error: error.message }, status);
  });
  return app;
}
