import { z } from "zod";
import { pageOf, pageQuery } from "../shared/page.ts";
import { person } from "../shared/person.ts";
import { day, decimal, id, instant, reason, version } from "../shared/scalars.ts";
import { gprKey } from "./gpr-inputs.ts";
import { GPR_ANSWER_STATUSES, GPR_FACT_SOURCES, type GprAnswerMove, MAX_GPR_ROWS } from "./vocabulary.ts";

const count = z.int().min(0);
const workdays = z.int().min(-2000).max(2000);
const span = z.object({ start: day, finish: day });
const percent = z.number().min(0).max(100).nullable();
const brief = { key: gprKey, number: z.int(), name: z.string() };

const how = z
  .discriminatedUnion("by", [
    z.strictObject({ by: z.literal("days"), workdays: workdays.refine((days) => days !== 0) }),
    z.strictObject({ by: z.literal("start"), day }),
    z.strictObject({ by: z.literal("finish"), day }),
    z.strictObject({ by: z.literal("pause"), from: day, to: day }),
  ])
  .meta({
    id: "GprShiftHow",
    description:
      "By working days; to a first day (rows not begun); to a last day; a pause: what lies in or after it is put off by its working days",
  });
export type GprShiftHow = z.output<typeof how>;

const shifted = {
  rows: z.array(gprKey).min(1).max(MAX_GPR_ROWS).meta({ description: "A summary moves with all its rows" }),
  how,
};

export const previewGprShiftInput = z.strictObject(shifted).meta({ id: "PreviewGprShift" });
export const shiftGprInput = z.strictObject({ ...shifted, reason }).meta({ id: "ShiftGprForecast" });

const movedRow = z.object({
  ...brief,
  leaf: z.boolean(),
  critical: z.boolean().meta({ description: "On the critical path before or after" }),
  owner: person.nullable(),
  before: span,
  after: span,
  workdays: z.int().meta({ description: "By how many its finish moves" }),
});

const finishMoved = z.object({ before: day.nullable(), after: day.nullable(), workdays: z.int() });

/** What a move would do, before anything is written. */
export const gprPreview = z
  .object({
    moved: z.array(movedRow),
    criticalMoved: count.meta({ description: "Of the moved rows without rows under them" }),
    finish: finishMoved,
    touched: z.array(person).meta({ description: "Owners of the moved rows, but not the reader" }),
  })
  .meta({ id: "GprPreview" });
export type GprPreview = z.infer<typeof gprPreview>;

const answer = z
  .object({
    id,
    owner: person,
    status: z.enum(GPR_ANSWER_STATUSES),
    text: z.string().nullable(),
    answeredBy: person.nullable(),
    answeredAt: instant.nullable(),
    rows: count.meta({ description: "How many of the owner's rows moved" }),
    version,
    yours: z.boolean().meta({ description: "The reader may answer" }),
  })
  .meta({ id: "GprShiftAnswer" });
export type GprShiftAnswer = z.infer<typeof answer>;

export const gprShift = z
  .object({
    id,
    gprId: id,
    objectId: id,
    by: person,
    at: instant,
    reason: z.string(),
    how,
    rows: z.array(z.object(brief)).meta({ description: "The rows that were moved by hand, at most 50" }),
    chosen: count.meta({ description: "How many those are" }),
    moved: count.meta({ description: "Rows without rows under them whose dates changed" }),
    finish: finishMoved,
    answers: z.array(answer),
  })
  .meta({ id: "GprShift" });
export type GprShift = z.infer<typeof gprShift>;
export const gprShiftPage = pageOf(gprShift).meta({ id: "GprShiftPage" });
export const listGprShiftsQuery = z.strictObject(pageQuery);

export const gprShifted = z
  .object({ id, gprId: id, moved: count, finish: finishMoved, touched: z.array(person) })
  .meta({ id: "GprShifted" });

/** Input of each answer to a shift: what is declined is declined with words. */
const answering = {
  agree: z.strictObject({ move: z.literal("agree"), version }),
  object: z.strictObject({ move: z.literal("object"), version, reason }),
} satisfies Record<GprAnswerMove, z.ZodObject>;
export const answerGprShiftInput = z
  .discriminatedUnion("move", [answering.agree, answering.object])
  .meta({ id: "AnswerGprShift" });

export const setGprProgressInput = z
  .strictObject({
    rows: z
      .array(
        z.strictObject({
          key: gprKey,
          actualStart: day.nullable().optional(),
          actualFinish: day.nullable().optional(),
          remaining: z
            .int()
            .min(1)
            .max(10_000)
            .nullable()
            .optional()
            .meta({ description: "Working days left of a started row, from today on" }),
        }),
      )
      .min(1)
      .max(200),
  })
  .meta({ id: "SetGprProgress" });
export type SetGprProgress = z.output<typeof setGprProgressInput>;

export const gprProgressSet = z
  .object({ id, rows: count, finish: finishMoved })
  .meta({ id: "GprProgressSet" });

const quantities = z.object({ fact: decimal, plan: decimal });

export const gprComparedRow = z
  .object({
    key: gprKey,
    base: span
      .nullable()
      .meta({ description: "As the base version was signed; null where it has no such row" }),
    plan: span.meta({ description: "As the version in force was signed" }),
    forecast: span,
    fact: z.object({
      start: day.nullable(),
      finish: day.nullable(),
      remaining: z.int().nullable().meta({ description: "Working days left of a started row" }),
      source: z.enum(GPR_FACT_SOURCES).nullable(),
      quantity: quantities.nullable().meta({ description: "Of a row that takes its fact from the ledger" }),
    }),
    plannedPct: percent.meta({ description: "By the plan, through yesterday; null for a milestone" }),
    donePct: percent,
    startLate: z.int().meta({ description: "Working days of the forecast behind the plan, negative ahead" }),
    finishLate: z.int(),
    baseLate: z.int().nullable().meta({ description: "The same of its finish behind the base" }),
    float: z.int().nullable(),
    critical: z.boolean(),
    heldUntil: day.nullable().meta({ description: "A shift holds it until this day" }),
    added: count.meta({ description: "Working days that pauses added to it" }),
  })
  .meta({ id: "GprComparedRow" });
export type GprComparedRow = z.infer<typeof gprComparedRow>;

export const gprComparison = z
  .object({
    id,
    objectId: id,
    number: z.int(),
    version,
    dataDate: day.meta({ description: "Today of the object: what is left begins on it at the earliest" }),
    base: z.object({ id, number: z.int() }),
    whole: z.object({
      plannedPct: percent,
      donePct: percent,
      baseFinish: day.nullable(),
      planFinish: day.nullable(),
      forecastFinish: day.nullable(),
      finishLate: z.int(),
      baseLate: z.int(),
      late: count.meta({ description: "Rows that end later than planned" }),
    }),
    rows: z.array(gprComparedRow).meta({ description: "All rows, in their order; summaries span theirs" }),
    can: z.object({
      shift: z.boolean(),
      progress: z.boolean(),
      rebase: z.boolean().meta({ description: "A version can be begun from the forecast" }),
    }),
  })
  .meta({ id: "GprComparison" });
export type GprComparison = z.infer<typeof gprComparison>;
export const compareGprQuery = z.strictObject({
  base: z.coerce
    .number()
    .int()
    .positive()
    .max(2_147_483_647)
    .optional()
    .meta({ description: "The id of the version to compare with; the first that was in force unless said" }),
});
