import { listAvailableUsers } from "@stsphera/core";
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
