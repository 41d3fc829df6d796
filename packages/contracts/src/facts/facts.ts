import { z } from "zod";
import { crewRef, workTypeRef } from "../production/production.ts";
import { pageOf, pageQuery } from "../shared/page.ts";
import {
  day,
  decimal,
  id,
  instant,
  note,
  percent,
  quantityInput,
  reason,
  reasonOf,
  singleLine,
  version,
  isLegible,
} from "../shared/scalars.ts";
import { transitionInput } from "../shared/transition.ts";
import { FILE_STATUSES, PLAN_REASONS, SHIFTS } from "../vocabulary.ts";
import { FACT_KINDS, FACT_STATUSES, type FactMove } from "./vocabulary.ts";

export const planReason = z
  .strictObject({ code: z.enum(PLAN_REASONS), text: singleLine(300).optional() })
  .refine((value) => value.code !== "other" || isLegible(value.text ?? ""), { error: "reason_words" });

const entryFields = {
  quantity: quantityInput,
  workers: z.int().min(1).max(500).optional(),
  hours: quantityInput.refine((text) => Number(text) <= 24, { error: "hours_max" }).optional(),
  crewId: id.optional(),
  notes: note.optional(),
  photoIds: z.array(id).max(30).default([]),
  planReason: planReason.optional(),
};

export const enterFactInput = z
  .strictObject({
    floorVolumeId: id,
    date: day,
    shift: z.enum(SHIFTS).default("day"),
    ...entryFields,
    confirmDuplicate: z.boolean().default(false),
  })
  .meta({ id: "EnterFact" });
export type EnterFactInput = z.input<typeof enterFactInput>;

export const correctFactInput = z.strictObject({ version, ...entryFields, reason: reason.optional() });
export const undoFactInput = z.strictObject({ version: version.optional() });
export const reverseFactInput = z.strictObject({ version, reason });
/** Input of each decision on an entry. */
export const factTransitionInput = transitionInput("FactTransition", {
  states: ["confirmed", "returned"],
  moves: { confirm: {}, return: { reason: reasonOf("reason_of_return") } } satisfies Record<
    FactMove,
    z.ZodRawShape
  >,
  common: {
    overrideReason: reason.optional().meta({ description: "For an admin who judges their own entry" }),
  },
});
/** Which entries of a day are confirmed: those named, or all but those that deviate from the plan. */
export const confirmDayInput = z.strictObject({
  date: day,
  factIds: z.array(id).min(1).max(500).optional(),
});
export const dayConfirmed = z
  .object({
    confirmed: z.array(id),
    exceptions: z.array(z.object({ id, why: z.enum(["photo_due", "off_plan"]) })),
    undoUntil: instant,
  })
  .meta({ id: "DayConfirmed" });
export type DayConfirmed = z.infer<typeof dayConfirmed>;
export const attachPhotosInput = z.strictObject({ fileIds: z.array(id).min(1).max(30) });
export const explainFactInput = z.strictObject({ version, planReason });
export const openingBalancesInput = z.strictObject({
  date: day,
  rows: z
    .array(z.strictObject({ floorVolumeId: id, quantity: quantityInput }))
    .min(1)
    .max(2000),
  notes: note.optional(),
});

export const photo = z
  .object({
    id,
    status: z.enum(FILE_STATUSES),
    url: z
      .string()
      .nullable()
      .meta({ description: "Link valid for 10 minutes; null until the photo is ready" }),
    thumbUrl: z.string().nullable(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    takenAt: instant.nullable(),
  })
  .meta({ id: "Photo" });
export type Photo = z.infer<typeof photo>;

export const fact = z
  .object({
    id,
    objectId: id,
    floorVolumeId: id,
    workType: workTypeRef,
    facade: z.string(),
    floor: z.string(),
    date: day,
    shift: z.enum(SHIFTS),
    kind: z.enum(FACT_KINDS),
    status: z.enum(FACT_STATUSES),
    quantity: decimal,
    planQty: decimal.nullable().meta({ description: "The line's plan of that day at the time of the entry" }),
    deviation: decimal.nullable(),
    deviationPct: percent,
    overPlan: z.boolean().meta({ description: "Exceeds the remainder of the cell" }),
    dayOff: z.boolean(),
    workers: z.int().nullable(),
    hours: decimal.nullable(),
    crew: crewRef.nullable(),
    author: z.object({ id, fullName: z.string() }),
    onBehalfOf: z
      .object({ id, fullName: z.string() })
      .nullish()
      .meta({ description: "Whom the author stood in for; absent in answers stored by an older release" }),
    notes: z.string().nullable(),
    planReason: z.object({ code: z.enum(PLAN_REASONS), text: z.string().nullable() }).nullable(),
    requiresPhoto: z.boolean(),
    photoDue: z.boolean().meta({
      description: "The cell is complete and has no photo yet: the entry cannot be confirmed without one",
    }),
    photos: z.array(photo),
    reversesId: id.nullable(),
    reversedById: id.nullable(),
    replacesId: id.nullable(),
    returnReason: z.string().nullable(),
    createdAt: instant,
    decisionUndoUntil: instant
      .nullable()
      .meta({ description: "Until when the actor may undo their own confirmation or return" }),
    undoUntil: instant.nullable().meta({ description: "Only for the author, while it can be undone" }),
    can: z
      .object({
        undo: z.boolean(),
        correct: z.boolean(),
        reverse: z.boolean(),
        decide: z
          .boolean()
          .meta({ description: "Whether the actor may return it; confirming may need a photo first" }),
        confirm: z.boolean(),
        explain: z.boolean(),
        addPhotos: z.boolean(),
      })
      .optional(),
    version,
  })
  .meta({ id: "Fact" });
export type Fact = z.infer<typeof fact>;

export const volumeState = z.object({
  id,
  planQty: decimal,
  factQty: decimal,
  pct: percent,
  remaining: decimal,
});
export type VolumeState = z.infer<typeof volumeState>;
export const factAnswer = z.object({ fact, floorVolume: volumeState }).meta({ id: "FactAnswer" });
export type FactAnswer = z.infer<typeof factAnswer>;

export const listFactsQuery = z.strictObject({
  ...pageQuery,
  from: day.optional(),
  to: day.optional(),
  day: z.literal("today").optional().meta({ description: "Of the object's current day alone" }),
  status: z.enum(FACT_STATUSES).optional().meta({ description: "An observer is shown confirmed ones alone" }),
  workTypeId: z.coerce.number().int().optional(),
  floorVolumeId: z.coerce.number().int().optional(),
  sort: z.enum(["-createdAt", "-date"]).default("-date"),
});
export const factPage = pageOf(fact).meta({ id: "FactPage" });
export type FactPage = z.infer<typeof factPage>;

export const factFormLine = z
  .object({
    floorVolumeId: id,
    workType: workTypeRef,
    facade: z.string(),
    floor: z.string(),
    planTotal: decimal,
    done: decimal,
    remaining: decimal,
    planToday: decimal.nullable(),
    yesterday: z
      .object({ date: day, quantity: decimal, workers: z.int().nullable(), crewId: id.nullable() })
      .nullable()
      .meta({ description: "The newest entry of the line in the 7 days before" }),
    today: z
      .object({
        quantity: decimal,
        factId: id,
        by: z.string(),
        behalf: z.string().nullish().meta({ description: "Whom its author stood in for" }),
        at: instant,
        photos: z.int(),
        version,
      })
      .nullable()
      .meta({ description: "Already entered for this day: the sum, and its newest entry" }),
    suggestedCrewId: id.nullable().meta({ description: "The last crew of this line or this work" }),
    requiresPhoto: z.boolean().meta({ description: "The work needs a photo and the cell has none yet" }),
    gate: z.object({ reason: z.string() }).nullable(),
    whose: z.enum(["own", "zone", "other"]).meta({
      description: "Worked by the reader or their crew in the last ten shifts, in their zone, or of others",
    }),
  })
  .meta({ id: "FactFormLine" });
export type FactFormLine = z.infer<typeof factFormLine>;

/** An entry of the reader that was returned and not corrected yet; it still counts. */
export const returnedEntry = z
  .object({
    factId: id,
    floorVolumeId: id,
    workType: workTypeRef,
    facade: z.string(),
    floor: z.string(),
    date: day,
    quantity: decimal,
    reason: z.string().nullable(),
    by: z.string().nullable(),
    behalf: z.string().nullish().meta({ description: "Whom they stood in for" }),
  })
  .meta({ id: "ReturnedEntry" });
export type ReturnedEntryRef = z.infer<typeof returnedEntry>;

export const lineCount = z.object({ entered: z.int(), total: z.int() }).meta({ id: "LineCount" });
export type LineCount = z.infer<typeof lineCount>;

/** Why a form has no lines: nothing planned, all done, the reader is in no crew, or their crew has no lines. */
export const NO_LINES = ["no_plan", "all_done", "no_crew", "no_crew_lines"] as const;
export type NoLines = (typeof NO_LINES)[number];

export const factForm = z
  .object({
    object: z.object({
      id,
      name: z.string(),
      status: z.string(),
      heldSince: day
        .nullable()
        .meta({ description: "First day of the pause; facts are taken of days before" }),
    }),
    date: day,
    today: day,
    dayEndsAt: instant.meta({
      description: "When the object's day turns: `today` is yesterday from then on",
    }),
    earliest: day.meta({ description: "The oldest day this user may enter" }),
    dayOff: z.boolean(),
    shift: z.enum(SHIFTS),
    shiftHours: decimal,
    closed: z.boolean().optional().meta({
      description:
        "The reader's part of this shift is closed: facts can be entered, and change what was closed",
    }),
    nights: z.boolean().meta({
      description: "A night may be entered: the shift of the day is over, or the reader works nights",
    }),
    lines: z.array(factFormLine),
    others: z
      .array(factFormLine)
      .meta({ description: "All other lines with a remainder; empty unless asked for by `others`" }),
    othersCount: z.int(),
    counts: z.object({ all: lineCount, mine: lineCount.nullable() }).meta({
      description:
        "Lines with an entry for the day: of the object, and of the reader's zones if they lead any",
    }),
    standsFor: z
      .array(z.string())
      .optional()
      .meta({ description: "Whom the reader stands in for: their lines are among the reader's own" }),
    zones: z
      .array(z.object({ name: z.string(), facade: z.string() }))
      .meta({ description: "Zones that the reader leads" }),
    nobodyConfirms: z.boolean().optional().meta({
      description: "Nobody else on the object may confirm the reader's entries: an administrator is asked to",
    }),
    returned: z
      .array(returnedEntry)
      .meta({ description: "The reader's returned entries on the object, of any day, oldest first" }),
    noLines: z.enum(NO_LINES).nullable().meta({ description: "Why there are no lines at all" }),
    crews: z
      .array(crewRef)
      .meta({ description: "Crews of the object; only their own for who enters for these alone" }),
  })
  .meta({ id: "FactForm" });
export type FactForm = z.infer<typeof factForm>;
export const factFormQuery = z.strictObject({
  date: day.optional(),
  shift: z.enum(SHIFTS).optional().meta({ description: "The one that the reader works now unless given" }),
  others: z.stringbool().default(false),
});

export const journalPhoto = z.object({
  id,
  date: day,
  caption: z.string().nullable(),
  author: z.string(),
  photo,
  createdAt: instant,
});
export const journalPage = pageOf(journalPhoto).meta({ id: "JournalPage" });
export type JournalPage = z.infer<typeof journalPage>;
export const addJournalInput = z.strictObject({
  date: day.optional(),
  fileIds: z.array(id).min(1).max(30),
  caption: singleLine(500).optional(),
});
export const listJournalQuery = z.strictObject({ ...pageQuery, date: day.optional() });
