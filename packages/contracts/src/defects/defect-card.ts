import { z } from "zod";
import { workTypeRef } from "../production/production.ts";
import { pageOf, pageQuery } from "../shared/page.ts";
import { person } from "../shared/person.ts";
import { day, id, instant, title, version } from "../shared/scalars.ts";
import { moveRecord } from "../shared/transition.ts";
import {
  DEFECT_ACTIONS,
  DEFECT_MOVES,
  DEFECT_ORIGINS,
  DEFECT_SEVERITIES,
  DEFECT_STATUSES,
} from "./vocabulary.ts";

export const defectSummary = z
  .object({
    id,
    objectId: id,
    objectName: z.string(),
    number: z.int().meta({ description: "Counted per object" }),
    title,
    severity: z.enum(DEFECT_SEVERITIES),
    status: z.enum(DEFECT_STATUSES),
    facadeId: id,
    facade: z.string(),
    floorId: id.nullable(),
    floor: z.string().nullable(),
    axes: z.string().nullable(),
    dueOn: day.nullable(),
    overdue: z.boolean().meta({ description: "Derived: its day is past and nobody has fixed it" }),
    ageDays: z.int().meta({ description: "Days of the object since it was reported" }),
    responsible: person.nullable(),
    createdAt: instant,
    version,
  })
  .meta({ id: "DefectSummary" });
export type DefectSummary = z.infer<typeof defectSummary>;

const photo = z.object({
  id,
  name: z.string(),
  purpose: z.enum(["photo", "document"]),
  status: z.string(),
  url: z.string().nullable(),
  thumbUrl: z.string().nullable(),
});
export type DefectPhoto = z.infer<typeof photo>;

export const defectCard = defectSummary
  .extend({
    reporter: person.nullable().meta({ description: "Null for an observer" }),
    workType: workTypeRef.nullable(),
    crew: z.string().nullable().meta({ description: "The leader of the crew that worked there last" }),
    origin: z.enum(DEFECT_ORIGINS),
    before: z.array(photo),
    after: z.array(photo),
    moves: z.array(moveRecord(DEFECT_MOVES, DEFECT_STATUSES)),
    can: z.object({
      actions: z.array(z.enum(DEFECT_ACTIONS)),
      undoUntil: instant.nullable(),
    }),
  })
  .meta({ id: "DefectCard" });
export type DefectCard = z.infer<typeof defectCard>;

export const defectCreated = z
  .object({ id, status: z.enum(DEFECT_STATUSES), version })
  .meta({ id: "DefectReported" });

const listed = {
  state: z
    .enum(["open", "finished", "all"])
    .default("open")
    .meta({ description: "Open: neither verified nor called off" }),
  severity: z.enum(DEFECT_SEVERITIES).optional(),
  responsible: z.literal("me").optional(),
  overdue: z.stringbool().optional(),
  search: z
    .string()
    .trim()
    .max(100)
    .optional()
    .meta({ description: "In the number, the words and the place" }),
};
const number = z.coerce.number().int().positive().max(2_147_483_647);

export const listDefectsQuery = z.strictObject({
  ...pageQuery,
  ...listed,
  facadeId: number.optional(),
  floorId: number.optional(),
});
/** Defects of all objects of the reader. */
export const listAllDefectsQuery = z.strictObject({ ...pageQuery, ...listed, objectId: number.optional() });
export const defectPage = pageOf(defectSummary).meta({ id: "DefectPage" });
export type DefectPage = z.infer<typeof defectPage>;

/** Counts of an object's defects, and how often what was fixed had to be fixed again. */
export const defectTotals = z
  .object({
    open: z.int(),
    critical: z.int().meta({ description: "Of the open ones" }),
    overdue: z.int(),
    repeats: z
      .array(
        z.object({
          crew: z.string().nullable().meta({ description: "Its leader; null where nobody had worked there" }),
          work: z.string().nullable(),
          total: z.int(),
          fixed: z.int().meta({ description: "Of them fixed at least once" }),
          reopened: z.int().meta({ description: "Of the fixed ones, reopened at least once" }),
        }),
      )
      .meta({ description: "By crew and work, the most often reopened first; at most twenty" }),
  })
  .meta({ id: "DefectTotals" });
export type DefectTotals = z.infer<typeof defectTotals>;
