import { id, type ShiftLines, shiftLinesQuery } from "@stsphera/contracts";
import { z } from "zod";
import { invalidField, notFound, query } from "../../kernel/index.ts";
import { assertSeesShifts } from "./sees-shifts.ts";
import { describeLines, readPartLines } from "./shift-parts.ts";

/** The lines of a part of a shift: how many have a fact, and those without, which closing asks about. */
export const getShiftLines = query({
  name: "shift.lines",
  permissions: ["fact.view"],
  input: z.strictObject({ objectId: id, ...shiftLinesQuery.shape }),
  read: async (ctx, { objectId, date, foremanId = null }): Promise<ShiftLines> => {
    assertSeesShifts(ctx, objectId);
    const day = await readPartLines(ctx, { objectId, date, foremanId });
    if (day === null) throw notFound();
    const { frame } = day;
    if (frame.date > frame.today) throw invalidField("date", "date_future", { date: frame.date });
    return describeLines(day, foremanId);
  },
});
