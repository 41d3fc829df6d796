import { id, saveObjectCalendarInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import { assertVersion, command, forbidden, type Tx } from "../../../kernel/index.ts";
import {
  assertObjectOpen,
  bumpObject,
  currentObject,
  lockObject,
  rebuildSchedule,
} from "../../objects/index.ts";
import type { OwnDay } from "./object-calendar-row.ts";
import { checkedOwnDays } from "./own-days.ts";

const { objectCalendarDays: own } = schema;

/** Replaces the days that an object works or rests against its calendar; its plan is updated. */
export const saveObjectCalendar = command({
  name: "object.save_calendar",
  permissions: ["object.edit"],
  input: z.strictObject({ objectId: id, ...saveObjectCalendarInput.shape }),
  load: async (tx, ctx, { objectId, days }) => {
    const asked = checkedOwnDays(days);
    return { object: await lockObject(tx, ctx, objectId), asked };
  },
  authorize: (ctx, { object }, { objectId, version }) => {
    if (!can(ctx.actor, "object.edit", { objectId })) throw forbidden("object.edit");
    assertVersion(object, version, currentObject(object));
    assertObjectOpen(object);
  },
  execute: async (tx, { input: { objectId }, target: { object, asked } }) => {
    const before = await replaceDays(tx, objectId, asked);
    await rebuildSchedule(tx, objectId);
    const version = await bumpObject(tx, object);
    const subject = { entityType: "object", entityId: objectId, objectId };
    return {
      result: { objectId, version, days: asked.length },
      changes: [{ ...subject, before: { calendarDays: before }, after: { calendarDays: asked } }],
      events: [
        { ...subject, type: "object.calendar_changed", payload: { name: object.name, days: asked.length } },
      ],
    };
  },
});

async function replaceDays(tx: Tx, objectId: number, days: readonly OwnDay[]): Promise<OwnDay[]> {
  const before = await tx
    .select({ day: own.day, working: own.working })
    .from(own)
    .where(eq(own.objectId, objectId))
    .orderBy(asc(own.day));
  await tx.delete(own).where(eq(own.objectId, objectId));
  if (days.length > 0) await tx.insert(own).values(days.map((day) => ({ objectId, ...day })));
  return before;
}
