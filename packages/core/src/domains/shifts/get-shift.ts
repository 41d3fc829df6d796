import { id, type ShiftDay, shiftDayQuery } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { invalidField, notFound, personOf, query } from "../../kernel/index.ts";
import { isChangeable } from "../objects/index.ts";
import { readShift, type StoredPart } from "./read-shift.ts";
import { assertSeesShifts, ofOwnCrews } from "./sees-shifts.ts";
import { presentShiftRecord } from "./shift-record-row.ts";
import { mayClosePart, partOf } from "./shift-parts.ts";

/** A shift of an object: what is closed, by whom, and what crews did without a quantity. */
export const getShift = query({
  name: "shift.get",
  permissions: ["fact.view"],
  input: z.strictObject({ objectId: id, ...shiftDayQuery.shape }),
  read: async (ctx, { objectId, date, shift, foremanId: asked }): Promise<ShiftDay> => {
    assertSeesShifts(ctx, objectId);
    const person = personOf(ctx);
    const condition = ofOwnCrews(ctx, objectId, () => "$5::int");
    const own = condition === false ? null : { condition, params: [person.id] };
    const stored = await readShift(ctx, { objectId, date, shift }, own);
    if (stored === null) throw notFound();
    const { name, status, records, parts, ...frame } = stored;
    if (frame.date > frame.today) throw invalidField("date", "date_future", { date: frame.date });
    const foremanId = partOf(ctx, parts, asked);
    const mayClose = can(ctx.actor, "shift.close", { objectId }) && isChangeable(status);
    const present = ({ foreman, closing }: StoredPart) => {
      if (closing === null) return { foreman, closing };
      const { confirmed, ...rest } = closing;
      const canReopen = mayClose && !confirmed && mayClosePart(ctx, objectId, foreman?.id ?? null);
      return { foreman, closing: { ...rest, canReopen } };
    };
    const part = parts.find(({ foreman }) => (foreman?.id ?? null) === foremanId);
    const { closing } = present(part ?? { foreman: null, closing: null });
    const mine = foremanId === person.id ? { id: person.id, fullName: person.fullName } : null;
    return {
      object: { id: objectId, name },
      ...frame,
      shift,
      part: {
        foreman: part?.foreman ?? mine,
        closing,
        canClose: mayClose && closing === null && mayClosePart(ctx, objectId, foremanId),
      },
      parts: parts.map(present),
      records: records.map((record) => presentShiftRecord(ctx, record)),
      canRecord: can(ctx.actor, "fact.enter", { objectId }) && isChangeable(status),
    };
  },
});
