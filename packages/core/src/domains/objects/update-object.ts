import { id, updateObjectInput } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { trimmed } from "../calculation/index.ts";
import {
  assertVersion,
  command,
  forbidden,
  invalidField,
  localDay,
  timeZoneName,
} from "../../kernel/index.ts";
import { changedFields } from "./changed-fields.ts";
import { bumpObject, currentObject, lockObject, type ObjectRow } from "./load-object.ts";
import { assertObjectOpen } from "./work-on-object.ts";
import { objectCode } from "./object-code.ts";
import { assertDates } from "./object-dates.ts";
import { presentObjectState } from "./present-object.ts";
import { rebuildSchedule } from "./rebuild-schedule.ts";

const input = z
  .strictObject({ objectId: id, ...updateObjectInput.shape })
  .safeExtend({ timeZone: timeZoneName.optional() });
type Asked = Omit<z.output<typeof input>, "objectId" | "version">;

/** Fields that determine which days are worked and how far they are listed. */
const DATES = ["contractDate", "startDate", "deadline"] as const;
const SCHEDULE = ["contractDate", "startDate", "deadline", "workWeek", "followTransfers"] as const;

/**
 * Changes an object's basic data. Only users who may see money change amounts; another work week or other dates
 * spread the plan again.
 */
export const updateObject = command({
  name: "object.update",
  permissions: ["object.edit"],
  input,
  load: (tx, ctx, { objectId }) => lockObject(tx, ctx, objectId),
  authorize: (ctx, object, { objectId, version, ...asked }) => {
    if (!can(ctx.actor, "object.edit", { objectId })) throw forbidden("object.edit");
    if (asked.budget !== undefined && !can(ctx.actor, "object.money", { objectId })) {
      throw forbidden("object.money");
    }
    assertVersion(object, version, currentObject(object));
    assertObjectOpen(object);
  },
  execute: async (tx, { ctx, input: { objectId, version: _version, ...asked }, target: object }) => {
    const { before, after } = changedFields(object, requestedValues(object, asked));
    const fields = Object.keys(after);
    if (fields.length === 0) throw invalidField("", "nothing_to_change");
    const next = { ...object, ...after };
    if (DATES.some((field) => field in after)) assertDates(next, localDay(object.createdAt, next.timeZone));
    assertStillPlanned(object, next);
    if (next.code !== object.code) await objectCode(tx, next.code, "");
    const version = await bumpObject(tx, object, after);
    if (SCHEDULE.some((field) => field in after)) await rebuildSchedule(tx, objectId);
    const subject = { entityType: "object", entityId: objectId, objectId };
    return {
      result: presentObjectState(ctx, { ...next, version }),
      changes: [{ ...subject, before, after }],
      events: [{ ...subject, type: "object.changed", payload: { name: next.name, fields } }],
    };
  },
});

/** The requested values as stored in the row, so that an equal value is no change. */
function requestedValues(object: ObjectRow, asked: Asked): Partial<ObjectRow> {
  const { workWeek, facadeTypes, budget, ...plain } = asked;
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  return {
    ...given,
    ...(workWeek === undefined ? {} : { workWeek: [...new Set(workWeek)].sort((a, b) => a - b) }),
    ...(facadeTypes === undefined ? {} : { facadeTypes: [...new Set(facadeTypes)] }),
    ...(budget === undefined ? {} : { budget: sameMoney(object.budget, budget) }),
  };
}

/** Keeps the stored spelling of an equal amount: `100.00` equals `100`. */
const sameMoney = (stored: string | null, asked: string | null) =>
  stored !== null && asked !== null && trimmed(stored) === trimmed(asked) ? stored : asked;

/** After the draft stage the dates required for planning cannot be removed. */
function assertStillPlanned(object: ObjectRow, next: ObjectRow): void {
  if (object.status === "draft") return;
  for (const field of ["contractDate", "deadline"] as const) {
    if (object[field] !== null && next[field] === null) throw invalidField(field, "needed_for_planning");
  }
}
