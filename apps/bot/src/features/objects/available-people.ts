import { getObject, listAvailableUsers } from "@stsphera/core";
import type { Choosable } from "../../engine/people-chooser.ts";
import type { Turn } from "../../engine/turn.ts";

const MAX_PEOPLE = 200;

/** People of the company who may be added to an object, with the roles they hold there. */
export async function availablePeople(
  turn: Turn,
  { search, ...rest }: { objectId: number; search: string | null; viewers: "true" | "false" },
): Promise<Choosable[]> {
  const { items } = await listAvailableUsers.run(turn.context(), {
    ...rest,
    limit: MAX_PEOPLE,
    ...(search === null ? {} : { search }),
  });
  return items.map(({ id, fullName, role }) => ({ id, fullName, roles: [role] }));
}

/** Members of an object by name, for users who may not look through the company; observers stand in for nobody. */
export async function teammates(turn: Turn, objectId: number, search: string | null): Promise<Choosable[]> {
  const { team } = await getObject.run(turn.context(), { objectId });
  const asked = (search ?? "").toLocaleLowerCase("ru").split(/\s+/);
  const isAsked = (name: string) => asked.every((word) => name.toLocaleLowerCase("ru").includes(word));
  return team
    .filter(({ fullName, roles }) => isAsked(fullName) && !roles.includes("viewer"))
    .map(({ userId: id, fullName, roles }) => ({ id, fullName, roles }));
}
