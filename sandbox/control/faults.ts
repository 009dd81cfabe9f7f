import { Hono } from "hono";
import { FaultOrder } from "../faults.ts";
import { readBody } from "../read-body.ts";
import type { World } from "../world.ts";

export const faultRoutes = (world: World): Hono =>
  new Hono()
    .get("/", (c) => c.json({ faults: world.faults.all() }))
    .post("/", async (c) => c.json(world.faults.add(await readBody(c, FaultOrder)), 201))
    .delete("/", (c) => {
      world.faults.clear();
      return c.json({ faults: [] });
    });
