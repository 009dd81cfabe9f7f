import { Hono } from "hono";
import type { Airtm, AirtmEnv } from "../airtm.ts";
import { AirtmError } from "../errors.ts";
import { presentUser } from "./user.ts";

export const userRoutes = (airtm: Airtm): Hono<AirtmEnv> =>
  new Hono<AirtmEnv>().get("/:email", (c) => {
    const user = airtm.state.findUser(c.req.param("email"));
    if (user === null) throw new AirtmError("415404");
    return c.json(presentUser(user));
  });
