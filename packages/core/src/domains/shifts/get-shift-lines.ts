import { id, type ShiftLines, shiftLinesQuery } from "@stsphera/contracts";
import { z } from "zod";
import { invalidField, notFound, query } from "../../kernel/index.ts";
import { assertSeesShifts } from "./sees-shifts.ts";
import { describeLines, linesOfPart, readCrewLines, readPartLines } from "./shift-parts.ts";

/** The lines of a part of a shift: how many have a fact, and those without, which closing asks about. */
export const getShiftLines = query({
  name: "shift.lines",
  permissions: ["fact.view"],
  input: z.strictObject({ objectId: id, ...shiftLinesQuery.shape }),
  read: async (ctx, { objectId, date, shift, foremanId: asked = 0 }): Promise<ShiftLines> => {
    assertSeesShifts(ctx, objectId);
    const foremanId = asked === 0 ? null : asked;
    const of = { objectId, date, shift, foremanId };
    const ofCrews = readCrewLines(ctx, of);
    const day = await (ofCrews ?? readPartLines(ctx, of));
    if (day === null) throw notFound();
    const { frame } = day;
    if (frame.date > frame.today) throw invalidField("date", "date_future", { date: frame.date });
    const lines = ofCrews === null ? linesOfPart(day, foremanId) : day.lines;
    return describeLines(day, foremanId, lines);
  },
});
