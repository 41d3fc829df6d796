import { closeShiftInput, id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import {
  command,
  type Context,
  DomainError,
  forbidden,
  insertRow,
  invalidField,
  notFound,
  personOf,
  type Tx,
} from "../../kernel/index.ts";
import { assertClosable, lockShiftObject } from "./load-shift.ts";
import { presentClosing } from "./present-closing.ts";
import { readShift } from "./read-shift.ts";
import { closerOf, isRest, linesOfPart, partOf, readPartLines } from "./shift-parts.ts";

const input = z.strictObject({ objectId: id, ...closeShiftInput.shape });
type Input = z.output<typeof input>;

/**
 * Reads the part to be closed. The lines are read beside the transaction: an entry in parallel only makes an answer
 * superfluous.
 */
async function loadPart(tx: Tx, ctx: Context, { objectId, date, shift, foremanId: asked }: Input) {
  const object = await lockShiftObject(tx, ctx, objectId);
  const stored = await readShift(ctx, { objectId, date, shift });
  if (stored === null) throw notFound();
  const part = partOf(ctx, objectId, stored.parts, asked);
  // A person who leads nothing there is refused by the right before the part is looked at.
  const foremanId = part === undefined ? (asked ?? null) : (part.foreman?.id ?? null);
  const rest = part !== undefined && isRest(part, stored.parts);
  return { object, stored, part, foremanId, rest, closer: closerOf(ctx, objectId, foremanId, rest) };
}

/** Closes a part of a shift: each planned line has a fact or a reason. Facts can still be entered afterwards. */
export const closeShift = command({
  name: "shift.close",
  permissions: ["shift.close"],
  input,
  load: loadPart,
  authorize: (ctx, { object, closer }) => {
    if (!can(ctx.actor, "shift.close", { objectId: object.id })) throw forbidden("shift.close");
    if (closer === null) throw forbidden("shift.close", "only_own_part");
    return closer;
  },
  execute: async (
    tx,
    { ctx, input: asked, target: { object, stored, part, foremanId, rest }, verdict: { onBehalfOf } },
  ) => {
    const { date, shift } = asked;
    if (part === undefined)
      throw asked.foremanId === undefined
        ? new DomainError("conflict", { sentence: "leads_no_part" })
        : invalidField("foremanId", "person_lacks_right");
    if (part.closing !== null) throw new DomainError("conflict", { sentence: "shift_closed_already" });
    assertClosable(ctx, object.id, stored);
    const silent = await answerLines(ctx, asked, foremanId);
    const row = await insertRow(tx, schema.shiftClosings, {
      objectId: object.id,
      date,
      shift,
      foremanId,
      whole: foremanId === null && !rest,
      closedBy: personOf(ctx).id,
      closedAt: ctx.now,
      silent,
    });
    const thing = { entityType: "shift_closing", entityId: row.id, objectId: object.id };
    const of = { date, shift, foremanId };
    const right = { permission: "shift.close" } as const;
    return {
      result: presentClosing(row),
      changes: [{ ...thing, right, onBehalfOf, before: null, after: { ...of, silent } }],
      events: [
        {
          type: "shift.closed",
          objectId: object.id,
          entityType: "object",
          entityId: object.id,
          payload: { ...of, closingId: row.id, ...(onBehalfOf === null ? {} : { onBehalfOf }) },
        },
      ],
    };
  },
});

/** The reason of each line without a fact; refuses lines left without one. */
async function answerLines(
  ctx: Context,
  asked: Input,
  foremanId: number | null,
): Promise<schema.SilentLineAnswer[]> {
  const { objectId, date, shift, answers, rest } = asked;
  const day = await readPartLines(ctx, { objectId, date, shift, foremanId });
  const lines = day === null ? [] : linesOfPart(day, foremanId);
  const given = new Map(answers.map(({ floorVolumeId, reason }) => [floorVolumeId, reason]));
  const silent = lines.filter(({ doneOfDay }) => doneOfDay === null);
  const open = silent.filter(({ floorVolumeId }) => !given.has(floorVolumeId));
  if (open.length > 0 && rest === undefined)
    throw invalidField("answers", "lines_unanswered", { count: open.length });
  return silent.map(({ floorVolumeId }) => {
    const { code, text = null } = given.get(floorVolumeId) ?? rest ?? { code: "not_worked" };
    return { floorVolumeId, code, text };
  });
}
