import { id, setTeamInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { and, asc, eq, or } from "drizzle-orm";
import { z } from "zod";
import {
  assertVersion,
  command,
  type Context,
  forbidden,
  invalidField,
  type Tx,
} from "../../kernel/index.ts";
import { rightsLost } from "../rights/index.ts";
import { handZonesOver } from "./hand-zones-over.ts";
import { bumpObject, currentObject, lockObject, type ObjectRow } from "./load-object.ts";
import { isChangeable } from "./object-workflow.ts";
import { assertObjectOpen } from "./work-on-object.ts";
import { withTeam } from "./open-object.ts";
import { presentObjectState } from "./present-object.ts";
import { giveWorkBack, lateRemovals, noteRemovals, peopleWithout } from "./team-removals.ts";
import { byPerson, giveRoles, type HeldRole, notActive, notManaging, toHeldRoles, without } from "./team.ts";

const { objectRoles } = schema;

/**
 * Replaces the whole team; only differences are written. There is always a manager. Whatever a removed member gave
 * out by the lost role ends too, and zones they led go to whom the input names.
 */
export const setObjectTeam = command({
  name: "object.set_team",
  permissions: ["object.team"],
  input: z.strictObject({ objectId: id, ...setTeamInput.shape }),
  load: async (tx, ctx, { objectId }) => {
    const object = await lockObject(tx, ctx, objectId);
    const rows = await tx
      .select({ userId: objectRoles.userId, role: objectRoles.role })
      .from(objectRoles)
      .where(eq(objectRoles.objectId, objectId))
      .orderBy(asc(objectRoles.userId));
    return { object, team: rows satisfies HeldRole[] };
  },
  authorize: (ctx, { object }, { version }) => {
    if (!can(ctx.actor, "object.team", { objectId: object.id })) throw forbidden("object.team");
    assertVersion(object, version, currentObject(object));
  },
  execute: async (tx, { ctx, input: { members, zones = [] }, target: { object, team } }) => {
    const next = toHeldRoles(members);
    await assertManaged(tx, team, next);
    const [added, removed] = [without(next, team), without(team, next)];
    assertNotOwn(ctx, added, members);
    await assertAddsNobody(tx, object, added, ctx.now);
    await assertActive(tx, added, members);
    await takeRoles(tx, object.id, removed);
    await noteRemovals(tx, object.id, peopleWithout(team, next), { removedAt: ctx.now, zones });
    await giveRoles(tx, object.id, added, ctx.now);
    const returned = await giveWorkBack(tx, object.id, peopleWithout(added, team), ctx.now);
    const losing = new Set(removed.map(({ userId }) => userId));
    const given = await handZonesOver(tx, { objectId: object.id, now: ctx.now }, losing, zones);
    const lost = await allLost(tx, ctx, object.id, removed);
    const version = await bumpObject(tx, object);
    const subject = { entityType: "object", entityId: object.id, objectId: object.id };
    return {
      result: {
        ...presentObjectState(withTeam(ctx, object.id, next), { ...object, version }),
        team: byPerson(next),
      },
      changes: [
        { ...subject, before: { team: byPerson(team) }, after: { team: byPerson(next) } },
        ...[given, ...lost, returned].flatMap(({ changes }) => changes),
      ],
      events: [
        {
          ...subject,
          type: "object.team_changed",
          payload: { name: object.name, added: byPerson(added), removed: byPerson(removed) },
        },
        ...[given, ...lost, returned].flatMap(({ events }) => events),
      ],
    };
  },
});

async function allLost(tx: Tx, ctx: Context, objectId: number, removed: readonly HeldRole[]) {
  const lost = [];
  for (const { userId } of byPerson(removed)) lost.push(await rightsLost(tx, ctx, { userId, objectId }));
  return lost;
}

const managers = (team: readonly HeldRole[]): number[] =>
  team.flatMap((held) => (held.role === "project_manager" ? [held.userId] : []));

/** Nobody gives a role to themselves: by several roles one would sign and confirm alone what takes several. */
function assertNotOwn(
  { actor }: Context,
  added: readonly HeldRole[],
  members: readonly { userId: number }[],
): void {
  if (actor.kind !== "user" || can(actor, "roles.manage")) return;
  if (!added.some(({ userId }) => userId === actor.id)) return;
  const at = members.findIndex(({ userId }) => userId === actor.id);
  throw invalidField(`members.${at}.roles`, "own_role_by_others");
}

/** The team of a closed object only loses members, and gets back who was removed just now. */
async function assertAddsNobody(
  tx: Tx,
  object: ObjectRow,
  added: readonly HeldRole[],
  now: Date,
): Promise<void> {
  if (isChangeable(object.status) || added.length === 0) return;
  const back = new Set((await lateRemovals(tx, object.id, added, now)).map(({ userId }) => userId));
  if (added.some(({ userId }) => !back.has(userId))) assertObjectOpen(object);
}

/** A deactivated manager or an observer does not count as the remaining manager. */
async function assertManaged(tx: Tx, before: readonly HeldRole[], after: readonly HeldRole[]): Promise<void> {
  const [had, has] = [managers(before), managers(after)];
  const idle = await notManaging(tx, [...new Set([...had, ...has])]);
  const works = (userId: number) => !idle.has(userId);
  const lost = (had.length > 0 && has.length === 0) || (had.some(works) && !has.some(works));
  if (lost) throw invalidField("members", "last_project_manager");
}

async function assertActive(
  tx: Tx,
  added: readonly HeldRole[],
  members: readonly { userId: number }[],
): Promise<void> {
  const strangers = await notActive(tx, [...new Set(added.map((held) => held.userId))]);
  const at = members.findIndex((member) => strangers.has(member.userId));
  if (at >= 0) throw invalidField(`members.${at}.userId`, "person_not_active");
}

async function takeRoles(tx: Tx, objectId: number, held: readonly HeldRole[]): Promise<void> {
  if (held.length === 0) return;
  const taken = held.map(({ userId, role }) =>
    and(eq(objectRoles.userId, userId), eq(objectRoles.role, role)),
  );
  await tx.delete(objectRoles).where(and(eq(objectRoles.objectId, objectId), or(...taken)));
}
