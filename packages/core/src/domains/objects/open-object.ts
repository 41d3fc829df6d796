import { createObjectInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { reachOf, type Role } from "@stsphera/rbac";
import type { z } from "zod";
import { rebuildWorkdays } from "../calendar/index.ts";
import { type Context, type Outcome, personOf, type Tx, localDay, timeZoneName } from "../../kernel/index.ts";
import type { ObjectRow } from "./load-object.ts";
import { objectCode } from "./object-code.ts";
import { assertOwnReach } from "./own-reach.ts";
import { shiftHours } from "./shift-hours.ts";
import { byPerson, giveRoles, type HeldRole } from "./team.ts";

const { objects, objectSums } = schema;

/** The basic data of an object, with a check of the time zone. */
export const passportInput = createObjectInput.safeExtend({
  timeZone: timeZoneName.default("Europe/Moscow"),
});
export type PassportInput = z.output<typeof passportInput>;

/** Creates a draft object with its first members, its sums and its working days. */
export async function openObject(
  tx: Tx,
  ctx: Context,
  asked: PassportInput,
  team: readonly HeldRole[],
): Promise<{ row: ObjectRow } & Pick<Outcome<never>, "changes" | "events">> {
  assertOwnReach(ctx, asked.approvalLimit, team);
  const row = await insert(tx, ctx, asked);
  await giveRoles(tx, row.id, team, ctx.now);
  await tx.insert(objectSums).values({ objectId: row.id });
  await rebuildWorkdays(tx, row.id);
  const subject = { entityType: "object", entityId: row.id, objectId: row.id };
  const { createdAt: _createdAt, version: _version, ...stored } = row;
  const payload = { code: row.code, name: row.name, team: byPerson(team) };
  return {
    row,
    changes: [{ ...subject, before: null, after: { ...stored, team: byPerson(team) } }],
    events: [{ ...subject, type: "object.created", payload }],
  };
}

/** The creator with their company role, where it can be held on an object, and the named manager. */
export function firstTeam(ctx: Context, asked: Pick<PassportInput, "projectManagerId">): HeldRole[] {
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

/** The actor including their new roles on the object, so that the answer lists the allowed actions. */
export function withTeam(ctx: Context, objectId: number, team: readonly HeldRole[]): Context {
  const creator = personOf(ctx);
  const roles = team.filter((held) => held.userId === creator.id).map((held) => held.role);
  return { ...ctx, actor: { ...creator, objectRoles: { ...creator.objectRoles, [objectId]: roles } } };
}

async function insert(tx: Tx, ctx: Context, asked: PassportInput): Promise<ObjectRow> {
  const { projectManagerId: _projectManagerId, code, ...values } = asked;
  const today = localDay(ctx.now, asked.timeZone);
  const year = (asked.startDate ?? today).slice(0, 4);
  const [row] = await tx
    .insert(objects)
    .values({
      ...values,
      code: await objectCode(tx, code, year),
      facadeTypes: [...new Set(asked.facadeTypes)],
      workWeek: [...new Set(asked.workWeek)].sort((a, b) => a - b),
      shiftHours: shiftHours(asked.shiftStart, asked.shiftEnd),
      photosDueFrom: today,
      createdBy: personOf(ctx).id,
      createdAt: ctx.now,
    })
    .returning();
  if (row === undefined) throw new Error("an object was not stored");
  return row;
}
