import { z } from "zod";
import { day } from "../shared/scalars.ts";
import { SHIFT_REPORTS } from "./vocabulary.ts";

const month = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/, { error: "month_format" })
  .meta({ description: "A whole month at once instead of a day", example: "2026-09" });

export const shiftReportQuery = z
  .strictObject({
    kind: z.enum(SHIFT_REPORTS).default("contractor"),
    date: day.optional().meta({ description: "The newest day with a fact or a record unless given" }),
    month: month.optional(),
  })
  .refine(({ date, month: whole }) => date === undefined || whole === undefined, { error: "day_or_month" });

/** A text of a shift: plain lines for any messenger, and the same as a file. */
export const shiftReport = z
  .object({
    kind: z.enum(SHIFT_REPORTS),
    date: day,
    title: z.string(),
    text: z.string(),
    closed: z
      .boolean()
      .meta({ description: "Whether the shift is closed; of a month, whether all of them are" }),
    fileName: z.string(),
  })
  .meta({ id: "ShiftReport" });
export type ShiftReport = z.infer<typeof shiftReport>;
