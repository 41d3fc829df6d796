import { schema } from "@stsphera/db";
import { MEMBER_ROLES, reachOf, type Role, ROLE_CODES, type UserActor } from "@stsphera/rbac";
import type { TestObject } from "../object-options.ts";
import type { World } from "../world.ts";

/** A world in which every verb can run. */
export type PreparedWorld = {
  world: World;
  /** The object of all cases. */
  here: TestObject;
  /** Owner of the entry, the photos and the task. */
  foreman: UserActor;
  pending: UserActor;
  /** Creator of the foreman's task, who has left the object. */
  colleague: UserActor;
  /** What the cases of each domain have prepared: `TASK_CASES.of(prepared)`. */
  made: ReadonlyMap<object, unknown>;
};

/** The relation of a user to the object of the prepared world. */
export const STANDS = ["member", "stranger", "deputy", "pending", "deactivated"] as const;
export type Stand = (typeof STANDS)[number];
export type Standing = { role: Role; stand: Stand; actor: UserActor };

/** A deputy's own role, which is not on the prepared object. */
const DEPUTYS_OWN_ROLE: Role = "geodesist";

/**
 * Every role in every standing: members hold their role on the object (company-wide roles need none), strangers none;
 * a deputy stands in for the member for the day; pending and deactivated users hold the role too, which must not give
 * them any rights.
 */
export async function allStandings({ world, here }: PreparedWorld): Promise<Standing[]> {
  const all = await Promise.all(
    ROLE_CODES.flatMap((role) =>
      STANDS.map(async (stand): Promise<Standing> => {
        if (stand === "member") return { role, stand, actor: await world.as(role) };
        if (stand === "deputy") return { role, stand, actor: await deputyOf(world, role) };
        const actor = await world.createUser({ role, status: stand === "stranger" ? "active" : stand });
        return { role, stand, actor };
      }),
    ),
  );
  const powerless = all.filter(({ role, stand }) => {
    const mayHold = MEMBER_ROLES.includes(role) && reachOf(role) === "member";
    return mayHold && (stand === "pending" || stand === "deactivated");
  });
  await world.db.orm
    .insert(schema.objectRoles)
    .values(
      powerless.map(({ role, actor }) => ({ objectId: here.id, userId: actor.id, role, since: world.now })),
    );
  return Promise.all(all.map(async (one) => ({ ...one, actor: await world.again(one.actor) })));
}

/** A user who stands in today for the user of a role, on all their objects. */
async function deputyOf(world: World, role: Role): Promise<UserActor> {
  const [principal, deputy] = [await world.as(role), await world.createUser({ role: DEPUTYS_OWN_ROLE })];
  const [fromDay, toDay] = ["2026-09-08", "2026-09-09"];
  await world.db.orm.insert(schema.delegations).values({
    principalId: principal.id,
    deputyId: deputy.id,
    fromDay,
    toDay,
    createdBy: principal.id,
    createdAt: world.now,
  });
  return deputy;
}

/** The Telegram id of an unregistered user. */
export const STRANGE_TELEGRAM_ID = "4000001";
