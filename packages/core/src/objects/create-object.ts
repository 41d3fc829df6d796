import { createObjectInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can, reachOf, type Role } from "@stsphera/rbac";
import type { z } from "zod";
import { localDay, rebuildWorkdays } from "../calendar/index.ts";
import { command, type Context, forbidden, invalidField, personOf, type Tx } from "../kernel/index.ts";
import { timeZoneName } from "../people/index.ts";
import type { ObjectRow } from "./load-object.ts";
import { objectCode } from "./object-code.ts";
import { presentObjectState } from "./present-object.ts";
import { shiftHours } from "./shift-hours.ts";
import { byPerson, giveRoles, type HeldRole, notActive } from "./team.ts";

const { objects, objectSums } = schema;

const input = createObjectInput.safeExtend({ timeZone: timeZoneName.default("Europe/Moscow") });
type Input = z.output<typeof input>;

/**
 * Opens a draft with its first members: the creator with his company role, and the manager who was named. A creator
 * whose role cannot stand on an object must name one.
 */
export const createObject = command({
  name: "object.create",
  permissions: ["object.create"],
  input,
  load: async (tx, ctx, asked) => {
    const team = firstTeam(ctx, asked);
    const strangers = await notActive(
      tx,
      asked.projectManagerId === undefined ? [] : [asked.projectManagerId],
    );
    return { team, managerIsActive: strangers.size === 0 };
  },
  authorize: (ctx, { team, managerIsActive }, asked) => {
    if (!can(ctx.actor, "object.create")) throw forbidden("object.create");
    if (team.length === 0) throw invalidField("projectManagerId", "project_manager_required");
    if (!managerIsActive) throw invalidField("projectManagerId", "person_not_active");
    const { startDate, deadline } = asked;
    if (startDate !== undefined && deadline !== undefined && deadline < startDate) {
      throw invalidField("deadline", "dates_order");
    }
  },
  execute: async (tx, { ctx, input: asked, target: { team } }) => {
    const row = await insert(tx, ctx, asked);
    await giveRoles(tx, row.id, team, ctx.now);
    await tx.insert(objectSums).values({ objectId: row.id });
    await rebuildWorkdays(tx, row.id);
    const subject = { entityType: "object", entityId: row.id, objectId: row.id };
    const { createdAt: _createdAt, version: _version, ...stored } = row;
    return {
      result: presentObjectState(withTeam(ctx, row.id, team), row),
      changes: [{ ...subject, before: null, after: { ...stored, team: byPerson(team) } }],
      events: [
        {
          ...subject,
          type: "object.created",
          payload: { code: row.code, name: row.name, team: byPerson(team) },
        },
      ],
    };
  },
});

function firstTeam(ctx: Context, asked: Input): HeldRole[] {
  const creator = personOf(ctx);
  const own: HeldRole[] =
    creator.role !== null && reachOf(creator.role) === "member"
      ? [{ userId: creator.id, role: creator.role }]
      : [];
  const { projectManagerId: userId } = asked;
  const role: Role = "project_manager";
  if (userId === undefined || own.some((held) => held.userId === userId && held.role === role)) return own;
  return [...own, { userId, role }];
}

/** The creator as he stands once his object is there, so that the answer says what he may do with it. */
function withTeam(ctx: Context, objectId: number, team: readonly HeldRole[]): Context["actor"] {
  const creator = personOf(ctx);
  const roles = team.filter((held) => held.userId === creator.id).map((held) => held.role);
  return { ...creator, objectRoles: { ...creator.objectRoles, [objectId]: roles } };
}

async function insert(tx: Tx, ctx: Context, asked: Input): Promise<ObjectRow> {
  const { projectManagerId: _projectManagerId, code, ...values } = asked;
  const year = (asked.startDate ?? localDay(ctx.now, asked.timeZone)).slice(0, 4);
  const [row] = await tx
    .insert(objects)
    .values({
      ...values,
      code: await objectCode(tx, code, year),
      workWeek: [...new Set(asked.workWeek)].sort((a, b) => a - b),
      shiftHours: shiftHours(asked.shiftStart, asked.shiftEnd),
      createdBy: personOf(ctx).id,
      createdAt: ctx.now,
    })
    .returning();
  if (row === undefined) throw new Error("an object was not stored");
  return row;
}
