import { id, reopenShiftInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import {
  assertVersion,
  command,
  type Context,
  DomainError,
  forbidden,
  notFound,
  personOf,
  type Tx,
  updateRow,
} from "../../kernel/index.ts";
import { assertOpenDay } from "../facts/index.ts";
import { assertObjectOpen } from "../objects/index.ts";
import { isAllowed, lockShiftObject } from "./load-shift.ts";
import { presentClosing } from "./present-closing.ts";
import { CONFIRMED } from "./read-shift.ts";
import { closerOf } from "./shift-parts.ts";

const { shiftClosings } = schema;

async function lockClosing(tx: Tx, ctx: Context, closingId: number) {
  const [found] = await tx.select().from(shiftClosings).where(eq(shiftClosings.id, closingId));
  if (found === undefined) throw notFound();
  const object = await lockShiftObject(tx, ctx, found.objectId);
  const [closing] = await tx
    .select()
    .from(shiftClosings)
    .where(eq(shiftClosings.id, closingId))
    .for("update");
  if (closing === undefined) throw notFound();
  return { object, closing };
}

/** Opens a part of a shift again, until facts of it are confirmed. */
export const reopenShift = command({
  name: "shift.reopen",
  permissions: ["shift.close"],
  input: z.strictObject({ closingId: id, ...reopenShiftInput.shape }),
  load: (tx, ctx, { closingId }) => lockClosing(tx, ctx, closingId),
  authorize: (ctx, { object, closing }, { version }) => {
    if (!can(ctx.actor, "shift.close", { objectId: object.id })) throw forbidden("shift.close");
    const rest = closing.foremanId === null && !closing.whole;
    const closer = closerOf(ctx, object.id, closing.foremanId, rest);
    if (closer === null) throw forbidden("shift.close", "only_own_part");
    assertVersion(closing, version);
    assertObjectOpen(object);
    // What is opened again must be closed again by who opened it.
    if (!isAllowed(() => assertOpenDay(personOf(ctx), object.id, { ...object, date: closing.date })))
      throw new DomainError("conflict", { sentence: "shift_day_closed" });
    if (closing.reopenedAt !== null) throw new DomainError("conflict", { sentence: "shift_not_closed" });
    return closer;
  },
  execute: async (tx, { ctx, target: { closing }, verdict: { onBehalfOf } }) => {
    const { id: entityId, objectId, date, shift, foremanId } = closing;
    const [row] = await tx.execute<{ confirmed: boolean }>(
      sql`select ${sql.raw(CONFIRMED)} as confirmed from shift_closings k where k.id = ${entityId}`,
    );
    if (row?.confirmed === true) throw new DomainError("conflict", { sentence: "shift_confirmed" });
    const after = await updateRow(tx, shiftClosings, closing, {
      reopenedAt: ctx.now,
      reopenedBy: personOf(ctx).id,
    });
    return {
      result: presentClosing(after),
      changes: [
        {
          entityType: "shift_closing",
          entityId,
          objectId,
          right: { permission: "shift.close" },
          onBehalfOf,
          before: { reopened: false },
          after: { reopened: true },
        },
      ],
      events: [
        {
          type: "shift.reopened",
          objectId,
          entityType: "object",
          entityId: objectId,
          payload: { date, shift, foremanId, closingId: entityId },
        },
      ],
    };
  },
});
