import { getShift, getShiftLines } from "@stsphera/core";
import type { ShiftDay, ShiftLines } from "@stsphera/contracts";
import type { ShiftFormCard } from "@stsphera/contracts/shifts/forms";
import { SHIFTS } from "@stsphera/contracts/vocabulary";
import { suggestedReason } from "@stsphera/contracts/shifts/suggested-reason";
import { z } from "zod";
import type { Asked } from "../../engine/forms/form-feature.ts";
import type { Turn } from "../../engine/turn.ts";

/** The shift that a dialogue is about. */
export const shiftSubject = z.object({
  objectId: z.number(),
  day: z.string(),
  shift: z.enum(SHIFTS).default("day"),
  /** Whose part is closed, 0 for what is no foreman's; the user's own unless given. */
  foremanId: z.number().optional(),
});
export type ShiftSubject = z.output<typeof shiftSubject>;

export type ShiftCard = ShiftFormCard & {
  shift: ShiftDay;
  /** Lines of the part that the user closes; null where no line is asked about. */
  lines: ShiftLines | null;
};
export type At = Asked<ShiftSubject, ShiftCard>;

/** Reasons that records of idle crews give to lines without a fact, and the lines left without one. */
export function splitSilent({ shift, lines }: Pick<ShiftCard, "shift" | "lines">) {
  const all = (lines?.silent ?? []).map((line) => ({ line, code: suggestedReason(line, shift.records) }));
  return {
    answered: all.flatMap(({ line, code }) => (code === null ? [] : [{ line, code }])),
    unanswered: all.filter(({ code }) => code === null).map(({ line }) => line),
  };
}

export async function loadShiftCard(
  turn: Turn,
  { objectId, day: date, shift: asked, foremanId: whose }: ShiftSubject,
): Promise<ShiftCard> {
  const of = whose === undefined ? {} : { foremanId: whose };
  const shift = await getShift.run(turn.context(), { objectId, date, shift: asked, ...of });
  const foremanId = shift.part?.foreman?.id ?? null;
  const lines =
    shift.part?.canClose === true
      ? await getShiftLines.run(turn.context(), {
          objectId,
          date,
          shift: asked,
          ...(foremanId === null ? {} : { foremanId }),
        })
      : null;
  return { shift, lines, unanswered: splitSilent({ shift, lines }).unanswered.length };
}
