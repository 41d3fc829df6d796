import { id, objectTransitionInput } from "@stsphera/contracts";
import { z } from "zod";
import { localDay } from "../calendar/index.ts";
import { assertVersion, command, DomainError, forbidden, invalidField } from "../kernel/index.ts";
import { bumpObject, currentObject, lockObject, type ObjectRow } from "./load-object.ts";
import { assertGuard } from "./object-guards.ts";
import { allowedObjectMoves, mayMove, OBJECT_MOVES, objectMove } from "./object-workflow.ts";
import { presentObjectState } from "./present-object.ts";

/** Takes an object from one status to another by the table of moves. */
export const changeObjectStatus = command({
  name: "object.change_status",
  permissions: [...new Set(OBJECT_MOVES.map((move) => move.permission))],
  input: z.strictObject({ objectId: id, ...objectTransitionInput.shape }),
  load: (tx, ctx, { objectId }) => lockObject(tx, ctx, objectId),
  authorize: (ctx, object, { to, version, reason }) => {
    const move = objectMove(object.status, to);
    const needed = move ?? OBJECT_MOVES.find((other) => other.to === to);
    if (needed !== undefined && !mayMove(ctx.actor, object, needed)) throw forbidden(needed.permission);
    assertVersion(object, version, currentObject(object));
    if (move === undefined) {
      throw new DomainError("invalid_transition", { allowed: allowedObjectMoves(ctx.actor, object) });
    }
    if (move.reason && reason === undefined) throw invalidField("reason", "reason_required");
  },
  execute: async (tx, { ctx, input: { to, reason }, target: object }) => {
    const guard = objectMove(object.status, to)?.guard;
    if (guard !== undefined) await assertGuard(tx, object, guard);
    const heldSince = to === "on_hold" ? localDay(ctx.now, object.timeZone, object.dayCutoff) : null;
    const version = await bumpObject(tx, object, { status: to, heldSince });
    const after: ObjectRow = { ...object, status: to, heldSince, version };
    const subject = { entityType: "object", entityId: object.id, objectId: object.id };
    const words = reason === undefined ? {} : { reason };
    return {
      result: presentObjectState(ctx.actor, after),
      changes: [
        {
          ...subject,
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
