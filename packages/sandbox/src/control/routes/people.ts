import { Hono } from "hono";
import { people } from "../../people/people.ts";
import { memberChange } from "../../world/member-change.ts";
import { knownPerson, type ControlDependencies, type ControlEnv } from "../dependencies.ts";
import { readId } from "../problem.ts";

/** The demo users; blocking and unblocking the bot. */
export function peopleRoutes({ world }: ControlDependencies): Hono<ControlEnv> {
  const app = new Hono<ControlEnv>();

  app.get("/people", (c) =>
    c.json(
      people.map(({ id, firstName, lastName, username, role }) => ({
        id,
        firstName,
        lastName,
        username,
        role,
      })),
    ),
  );

  for (const action of ["block", "unblock"] as const) {
    app.post(`/people/:id/${action}`, (c) => {
      const person = knownPerson(readId(c, "id"));
      const blocked = action === "block";
      const before = world.stateOf(person);
      if (before.started && before.blocked !== blocked) {
        world.store.transaction(() => {
          world.setState(person, { blocked });
          world.updates.push("my_chat_member", memberChange(world, person, blocked));
        });
      }
      return c.json({ id: person.id, ...world.stateOf(person) });
    });
  }
  return app;
}
