import { id, withdrawShiftRecordInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { z } from "zod";
import {
  assertVersion,
  command,
  type Context,
  DomainError,
  forbidden,
  invalidField,
  notFound,
  personOf,
  type Tx,
  undoableUntil,
  updateRow,
} from "../../kernel/index.ts";
import { UNDO_MINUTES } from "../facts/index.ts";
import { assertObjectOpen, lockSeenObject } from "../objects/index.ts";
import { isShiftObserver, presentShiftRecord, readShiftRecord } from "./shift-record-row.ts";

const { shiftRecords } = schema;

async function lockRecord(tx: Tx, ctx: Context, recordId: number) {
  const [found] = await tx.select().from(shiftRecords).where(eq(shiftRecords.id, recordId));
  if (found === undefined || isShiftObserver(ctx, found.objectId)) throw notFound();
  const object = await lockSeenObject(tx, ctx, found.objectId);
  const [record] = await tx.select().from(shiftRecords).where(eq(shiftRecords.id, recordId)).for("update");
  if (record === undefined) throw notFound();
  return { object, record };
}

/**
 * Takes a record of a shift back: its author within ten minutes without a reason, the project manager and PTO later
 * with one. The record stays, marked.
 */
export const withdrawShiftRecord = command({
  name: "shift_record.withdraw",
  permissions: ["fact.enter", "fact.reverse"],
  input: z.strictObject({ recordId: id, ...withdrawShiftRecordInput.shape }),
  load: (tx, ctx, { recordId }) => lockRecord(tx, ctx, recordId),
  authorize: (ctx, { object, record }, { version }) => {
    const target = { objectId: object.id };
    const isOwn = personOf(ctx).id === record.authorId && can(ctx.actor, "fact.enter", target);
    const undoes = isOwn && ctx.now < undoableUntil(record.createdAt, UNDO_MINUTES);
    if (!undoes && !can(ctx.actor, "fact.reverse", target)) {
      if (isOwn) throw new DomainError("conflict", { sentence: "record_undo_over" });
      throw forbidden("fact.reverse");
    }
    assertVersion(record, version);
    assertObjectOpen(object);
    if (record.withdrawnAt !== null) throw new DomainError("conflict", { sentence: "record_withdrawn" });
    return { undoes };
  },
  execute: async (tx, { ctx, input: { reason }, target: { record }, verdict: { undoes } }) => {
    if (!undoes && reason === undefined) throw invalidField("reason", "withdraw_reason");
    const { id: entityId, objectId, date } = record;
    await updateRow(tx, shiftRecords, record, {
      withdrawnAt: ctx.now,
      withdrawnBy: personOf(ctx).id,
      withdrawReason: reason ?? null,
    });
    return {
      result: await readShiftRecord(tx, entityId),
      changes: [
        {
          entityType: "shift_record",
          entityId,
          objectId,
          before: { withdrawn: false },
          after: { withdrawn: true },
          right: { permission: undoes ? "fact.enter" : "fact.reverse" },
          ...(reason === undefined ? {} : { reason }),
        },
      ],
      events: [
        {
          type: "shift.record_withdrawn",
          objectId,
          entityType: "object",
          entityId: objectId,
          payload: { date, recordId: entityId },
        },
      ],
    };
  },
  present: presentShiftRecord,
});
