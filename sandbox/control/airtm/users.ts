import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Airtm } from "../../airtm/airtm.ts";
import { newUser } from "../../airtm/users/seeded-users.ts";
import { AirtmUser } from "../../airtm/users/user.ts";
import { readBody } from "../../read-body.ts";
import { withoutUndefined } from "../../without-undefined.ts";

const ChangeUser = AirtmUser.omit({ id: true, email: true }).partial();

export const userControl = (airtm: Airtm): Hono =>
  new Hono()
    .get("/", (c) => c.json({ users: airtm.state.users() }))
    .get("/:email", (c) => {
      const user = airtm.state.findUser(c.req.param("email"));
      if (user === null) throw new HTTPException(404, { message: "no such user" });
      return c.json(user);
    })
    .put("/:email", async (c) => {
      const email = c.req.param("email");
      const changes = await readBody(c, ChangeUser);
      airtm.saveUser({ ...(airtm.state.findUser(email) ?? newUser(email)), ...withoutUndefined(changes) });
      return c.json(airtm.state.findUser(email));
    });
