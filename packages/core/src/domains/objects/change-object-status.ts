import { id, objectTransitionInput } from "@stsphera/contracts";
import { z } from "zod";
import {
  assertVersion,
  command,
  DomainError,
  forbidden,
  invalidField,
  localDay,
} from "../../kernel/index.ts";
import { bumpObject, currentObject, lockObject, type ObjectRow } from "./load-object.ts";
import { assertGuard } from "./object-guards.ts";
import { allowedObjectMoves, mayMove, OBJECT_MOVES, objectMove, relationsTo } from "./object-workflow.ts";
import { presentObjectState } from "./present-object.ts";
import { rebuildSchedule } from "./rebuild-schedule.ts";

/** Takes an object from one status to another by the table of moves. */
export const changeObjectStatus = command({
  name: "object.change_status",
  permissions: [...new Set(OBJECT_MOVES.map((move) => move.permission))],
  input: z.strictObject({ objectId: id, ...objectTransitionInput.shape }),
  load: (tx, ctx, { objectId }) => lockObject(tx, ctx, objectId),
  authorize: (ctx, object, { to, version, reason }) => {
    const move = objectMove(object.status, to);
    const needed = move === undefined ? OBJECT_MOVES.filter((other) => other.to === to) : [move];
    const [first] = needed;
    if (first !== undefined && !needed.some((one) => mayMove(ctx.actor, object, one))) {
      throw forbidden(first.permission);
    }
    assertVersion(object, version, currentObject(object));
    if (move === undefined) {
      throw new DomainError("invalid_transition", { allowed: allowedObjectMoves(ctx.actor, object) });
    }
    if (move.reason && reason === undefined) throw invalidField("reason", "reason_required");
  },
  execute: async (tx, { ctx, input: { to, reason }, target: object }) => {
    const move = objectMove(object.status, to);
    if (move === undefined) throw new DomainError("invalid_transition");
    const { guard, permission } = move;
    if (guard !== undefined) await assertGuard(tx, object, guard, reason);
    if (object.status === "closed") await rebuildSchedule(tx, object.id);
    const heldSince = to === "on_hold" ? localDay(ctx.now, object.timeZone, object.dayCutoff) : null;
    const version = await bumpObject(tx, object, { status: to, heldSince });
    const after: ObjectRow = { ...object, status: to, heldSince, version };
    const subject = { entityType: "object", entityId: object.id, objectId: object.id };
    const words = reason === undefined ? {} : { reason };
    const right = { permission, relations: relationsTo(ctx.actor, object) };
    return {
      result: presentObjectState(ctx.actor, after),
      changes: [
        {
          ...subject,
          right,
          before: { status: object.status, heldSince: object.heldSince },
          after: { status: to, heldSince },
          ...words,
        },
      ],
      events: [
        {
          ...subject,
          type: "object.status_changed",
          payload: { name: object.name, from: object.status, to, ...words },
        },
      ],
    };
  },
});
