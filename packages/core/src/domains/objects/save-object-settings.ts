import { id, saveObjectSettingsInput } from "@stsphera/contracts";
import { can, inOwnRight } from "@stsphera/rbac";
import { z } from "zod";
import { trimmed } from "../calculation/index.ts";
import { assertVersion, command, forbidden, invalidField } from "../../kernel/index.ts";
import { changedFields } from "./changed-fields.ts";
import { bumpObject, currentObject, lockObject, type ObjectRow } from "./load-object.ts";
import { assertMayMoveLimit } from "./own-reach.ts";
import { assertObjectOpen } from "./work-on-object.ts";
import { presentSettings, type SettingsRow } from "./object-settings.ts";
import { rejudgeOrders } from "./rejudge-orders.ts";
import { shiftHours } from "./shift-hours.ts";

/**
 * Replaces an object's settings; shift hours are derived from shift times. A deputy may not change the project
 * manager's approval limit: that would permanently widen a temporarily delegated right. Nor may the manager raise it.
 */
export const saveObjectSettings = command({
  name: "object.save_settings",
  permissions: ["object.edit"],
  gives: true,
  input: z.strictObject({ objectId: id, ...saveObjectSettingsInput.shape }),
  load: (tx, ctx, { objectId }) => lockObject(tx, ctx, objectId),
  authorize: (ctx, object, { objectId, version, approvalLimit: limit }) => {
    if (!can(ctx.actor, "object.edit", { objectId })) throw forbidden("object.edit");
    if (limit !== undefined && !can(ctx.actor, "object.money", { objectId })) throw forbidden("object.money");
    const moved = limit !== undefined && trimmed(limit) !== trimmed(object.approvalLimit);
    if (moved && !can(inOwnRight(ctx.actor), "object.edit", { objectId })) {
      throw forbidden("object.edit", "limit_not_by_deputy");
    }
    if (limit !== undefined)
      assertMayMoveLimit(ctx.actor, objectId, { from: object.approvalLimit, to: limit });
    assertVersion(object, version, currentObject(object));
    assertObjectOpen(object);
  },
  execute: async (tx, { ctx, input: { objectId, version: _version, ...asked }, target: object }) => {
    const current = settingsOf(object);
    const next = {
      ...asked,
      approvalLimit: trimmed(asked.approvalLimit ?? object.approvalLimit),
      photosDueFrom: asked.photosDueFrom === undefined ? object.photosDueFrom : asked.photosDueFrom,
      shiftHours: trimmed(shiftHours(asked.shiftStart, asked.shiftEnd)),
    };
    const { before, after } = changedFields(current, next);
    const fields = Object.keys(after);
    if (fields.length === 0) throw invalidField("", "nothing_to_change");
    const version = await bumpObject(tx, object, after);
    if (fields.includes("approvalLimit")) await rejudgeOrders(tx, objectId);
    const subject = { entityType: "object", entityId: objectId, objectId };
    return {
      result: presentSettings(ctx.actor, { ...current, ...next, version }),
      changes: [{ ...subject, before, after }],
      events: [{ ...subject, type: "object.settings_changed", payload: { name: object.name, fields } }],
    };
  },
});

const clock = (time: string) => time.slice(0, 5);
const settingsOf = (object: ObjectRow): SettingsRow => ({
  objectId: object.id,
  gateMode: object.gateMode,
  moduleFactSource: object.moduleFactSource,
  approvalLimit: trimmed(object.approvalLimit),
  shiftStart: clock(object.shiftStart),
  shiftEnd: clock(object.shiftEnd),
  shiftHours: trimmed(object.shiftHours),
  dayCutoff: clock(object.dayCutoff),
  photosDueFrom: object.photosDueFrom,
  version: object.version,
});
