import { z } from "zod";
import { dayShifts } from "../objects/dashboard.ts";
import { crewRef, workTypeRef } from "../production/production.ts";
import { person } from "../shared/person.ts";
import { day, decimal, id, instant, singleLine, version, isLegible } from "../shared/scalars.ts";
import { DOWNTIME_REASONS, SHIFTS } from "../vocabulary.ts";
import { shiftRecord } from "./shifts.ts";

/** Why a planned line has no fact: nobody worked on it, or a reason of idle time. */
export const NO_FACT_REASONS = ["not_worked", ...DOWNTIME_REASONS] as const;

/** Why a line of a closed shift has no fact; `unanswered` in a shift that closed itself. */
export const NO_FACT_CODES = [...NO_FACT_REASONS, "unanswered"] as const;
export type NoFactCode = (typeof NO_FACT_CODES)[number];

const noFactReason = z
  .strictObject({ code: z.enum(NO_FACT_REASONS), text: singleLine(300).optional() })
  .refine((value) => value.code !== "other" || isLegible(value.text ?? ""), { error: "reason_words" });

/** A foreman's id as it stands in an address; 0 for what is no foreman's. */
const foremanText = z.coerce.number().int().nonnegative().max(2_147_483_647).optional();

const shiftOf = { date: day, shift: z.enum(SHIFTS).default("day") };

export const closeShiftInput = z
  .strictObject({
    ...shiftOf,
    foremanId: id.nullable().optional().meta({
      description:
        "Whose part; null for the lines that are no foreman's; unless given, that of the actor or of whom they stand in for",
    }),
    answers: z
      .array(z.strictObject({ floorVolumeId: id, reason: noFactReason }))
      .max(200)
      .default([])
      .meta({ description: "A reason for each line without a fact" }),
    rest: noFactReason.optional().meta({ description: "The reason for all lines that are not answered" }),
  })
  .meta({ id: "CloseShift" });
export const reopenShiftInput = z.strictObject({ version });

const silentLine = z.object({
  floorVolumeId: id,
  workType: workTypeRef,
  facade: z.string(),
  floor: z.string(),
  planToday: decimal.nullable(),
  crewId: id.nullable().meta({ description: "The crew that works on the line" }),
});
export type SilentLine = z.infer<typeof silentLine>;

/** A line of a closed part that still has no fact, and why. */
const silentAnswer = z.object({
  floorVolumeId: id,
  work: z.string(),
  facade: z.string(),
  floor: z.string(),
  code: z.enum(NO_FACT_CODES),
  text: z.string().nullable(),
});
export type SilentAnswer = z.infer<typeof silentAnswer>;

const closing = z.object({
  id,
  version,
  at: instant,
  by: person.nullable().meta({ description: "Null when the shift closed itself" }),
  silent: z.array(silentAnswer).meta({ description: "Lines without a fact, to who sees all lines" }),
  canReopen: z.boolean(),
});

/** One foreman's part of a shift. */
const shiftPart = z.object({
  foreman: person.nullable().meta({
    description: "Null for the lines that are no foreman's: the whole shift where nobody leads a zone",
  }),
  closing: closing.nullable(),
  canClose: z.boolean(),
});
export type ShiftPart = z.infer<typeof shiftPart>;

/** The lines of a part: how many have a fact, and those without. */
export const shiftLines = z
  .object({
    foremanId: id.nullable(),
    lines: z.object({ entered: z.int(), total: z.int() }),
    silent: z.array(silentLine),
  })
  .meta({ id: "ShiftLines" });
export type ShiftLines = z.infer<typeof shiftLines>;

export const shiftDayQuery = z.strictObject({
  date: day.optional(),
  shift: z.enum(SHIFTS).default("day"),
  foremanId: foremanText.meta({
    description: "Whose part, 0 for the lines that are no foreman's; the reader's own unless given",
  }),
});

export const shiftLinesQuery = z.strictObject({
  date: day.optional(),
  shift: z.enum(SHIFTS).default("day"),
  foremanId: foremanText.meta({
    description: "Whose part; the lines that are no foreman's with 0 and unless given",
  }),
});

/** A shift of an object: its parts by foreman, and what crews did without a quantity. */
export const shiftDay = z
  .object({
    object: z.object({ id, name: z.string() }),
    date: day,
    today: day,
    shift: z.enum(SHIFTS),
    shiftHours: decimal,
    part: shiftPart
      .nullable()
      .meta({ description: "Of the reader or whom they stand in for; null for others" }),
    parts: z.array(shiftPart),
    records: z.array(shiftRecord),
    figures: dayShifts
      .optional()
      .meta({ description: "Of the whole day; not for observers, nor for who sees their own crew alone" }),
    crews: z.array(crewRef),
    canRecord: z.boolean(),
  })
  .meta({ id: "ShiftDay" });
export type ShiftDay = z.infer<typeof shiftDay>;

export const shiftClosing = z
  .object({
    id,
    objectId: id,
    date: day,
    shift: z.enum(SHIFTS),
    foremanId: id.nullable(),
    at: instant,
    by: id.nullable(),
    silent: z.int().meta({ description: "Lines without a fact" }),
    reopenedAt: instant.nullable(),
    version,
  })
  .meta({ id: "ShiftClosing" });
export type ShiftClosing = z.infer<typeof shiftClosing>;
