import { z } from "zod";
import { photo } from "../facts/facts.ts";
import { pageOf, pageQuery } from "../shared/page.ts";
import { person } from "../shared/person.ts";
import {
  day,
  decimal,
  id,
  instant,
  quantityInput,
  reason,
  singleLine,
  version,
  isLegible,
} from "../shared/scalars.ts";
import { DOWNTIME_REASONS, SHIFTS } from "../vocabulary.ts";
import { PARTIES, SHIFT_NOTES, SHIFT_RECORD_KINDS } from "./vocabulary.ts";

const MAX_CREWS = 20;

/** A reason of idle time; `other` needs words. */
const idleReason = z
  .strictObject({ code: z.enum(DOWNTIME_REASONS), text: singleLine(300).optional() })
  .refine((value) => value.code !== "other" || isLegible(value.text ?? ""), { error: "reason_words" });

const crewInput = z.strictObject({
  crewId: id,
  workers: z.int().min(1).max(500).optional().meta({ description: "The size of the crew unless given" }),
  hours: quantityInput
    .refine((text) => Number(text) <= 24, { error: "hours_max" })
    .optional()
    .meta({ description: "The hours of the shift unless given" }),
});

const recordFields = {
  date: day.optional().meta({ description: "The object's current day unless given" }),
  shift: z.enum(SHIFTS).default("day"),
  crews: z.array(crewInput).min(1).max(MAX_CREWS),
  photoIds: z.array(id).max(30).default([]),
};

export const recordDowntimeInput = z
  .strictObject({
    ...recordFields,
    reason: idleReason,
    party: z.enum(PARTIES).optional().meta({ description: "Who answers for it; by the reason unless given" }),
  })
  .meta({ id: "RecordDowntime" });
export const recordShiftNoteInput = z
  .strictObject({ ...recordFields, activity: z.enum(SHIFT_NOTES), text: singleLine(300).optional() })
  .meta({ id: "RecordShiftNote" });

/** The author takes a record back within ten minutes without a reason. */
export const withdrawShiftRecordInput = z.strictObject({ version, reason: reason.optional() });

export const shiftRecord = z
  .object({
    id,
    objectId: id,
    date: day,
    shift: z.enum(SHIFTS),
    kind: z.enum(SHIFT_RECORD_KINDS),
    code: z.enum([...DOWNTIME_REASONS, ...SHIFT_NOTES]),
    text: z.string().nullable(),
    party: z.enum(PARTIES).nullable(),
    crews: z.array(z.object({ id, code: z.string(), lead: z.string(), workers: z.int(), hours: decimal })),
    manHours: decimal,
    author: person,
    photos: z.array(photo),
    createdAt: instant,
    withdrawn: z.object({ by: person, at: instant, reason: z.string().nullable() }).nullable(),
    version,
    can: z.object({
      undoUntil: instant.nullable(),
      withdraw: z.boolean().meta({ description: "With a reason, after the ten minutes or by others" }),
    }),
  })
  .meta({ id: "ShiftRecord" });
export type ShiftRecord = z.infer<typeof shiftRecord>;

export const listShiftRecordsQuery = z.strictObject({
  ...pageQuery,
  kind: z.enum(SHIFT_RECORD_KINDS).optional(),
  from: day.optional(),
  to: day.optional(),
});
export const shiftRecordPage = pageOf(shiftRecord).meta({ id: "ShiftRecordPage" });
export type ShiftRecordPage = z.infer<typeof shiftRecordPage>;
