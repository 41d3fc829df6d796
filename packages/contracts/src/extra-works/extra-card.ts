import { z } from "zod";
import { workTypeRef } from "../production/production.ts";
import { pageOf, pageQuery } from "../shared/page.ts";
import { person } from "../shared/person.ts";
import { decimal, id, instant, title, unit, version } from "../shared/scalars.ts";
import { moveRecord } from "../shared/transition.ts";
import { EXTRA_ACTIONS, EXTRA_MOVES, EXTRA_STAGES, EXTRA_STATUSES } from "./vocabulary.ts";

export const extraSummary = z
  .object({
    id,
    objectId: id,
    objectName: z.string(),
    title,
    quantity: decimal,
    unit,
    place: z.string(),
    orderedBy: z.string(),
    status: z.enum(EXTRA_STATUSES),
    stage: z.enum(EXTRA_STAGES),
    ageDays: z.int().meta({ description: "Days of the object since the last step of its way" }),
    price: decimal
      .nullable()
      .meta({ description: "Roubles; null without one, or without the right to money" }),
    author: person,
    createdAt: instant,
    version,
  })
  .meta({ id: "ExtraWorkSummary" });
export type ExtraSummary = z.infer<typeof extraSummary>;

const file = z.object({
  id,
  name: z.string(),
  purpose: z.enum(["photo", "document"]),
  status: z.string(),
  url: z.string().nullable(),
  thumbUrl: z.string().nullable(),
});
export type ExtraFile = z.infer<typeof file>;

const named = z.object({ id, name: z.string() });

export const extraCard = extraSummary
  .extend({
    document: z.string().nullable().meta({ description: "By which it was made a volume" }),
    volume: z
      .object({ floorVolumeId: id, workType: workTypeRef, facade: z.string(), floor: z.string() })
      .nullable(),
    steps: z.array(z.object({ stage: z.enum(EXTRA_STAGES), document: z.string(), by: person, at: instant })),
    files: z.array(file),
    moves: z.array(moveRecord(EXTRA_MOVES, EXTRA_STATUSES)),
    choices: z
      .object({ facades: z.array(named), floors: z.array(named), workTypes: z.array(named) })
      .meta({ description: "Where it may become a volume" }),
    can: z.object({
      actions: z.array(z.enum(EXTRA_ACTIONS)),
      undoUntil: instant.nullable(),
    }),
  })
  .meta({ id: "ExtraWorkCard" });
export type ExtraCard = z.infer<typeof extraCard>;

export const extraCreated = z
  .object({ id, status: z.enum(EXTRA_STATUSES), version })
  .meta({ id: "ExtraWorkReported" });

export const extraState = z
  .object({ id, status: z.enum(EXTRA_STATUSES), stage: z.enum(EXTRA_STAGES), version })
  .meta({ id: "ExtraWorkStage" });

const listedState = z
  .enum(["open", "finished", "all"])
  .default("open")
  .meta({ description: "Open: neither rejected nor presented for payment" });

export const listExtrasQuery = z.strictObject({ ...pageQuery, state: listedState });

const filters = {
  objectId: z.coerce.number().int().positive().max(2_147_483_647).optional(),
  state: listedState,
  stage: z.enum(EXTRA_STAGES).optional(),
  search: z
    .string()
    .trim()
    .max(100)
    .optional()
    .meta({ description: "In the title, the place, who ordered it, and the object's name" }),
};
export const listAllExtrasQuery = z.strictObject({ ...pageQuery, ...filters });
export const extraTotalsQuery = z.strictObject(filters);

/** Sums of the same extra works that the list has for these filters. */
export const extraTotals = z
  .object({
    count: z.int(),
    verbal: z.int().meta({ description: "Only said, without a written notice" }),
    price: decimal
      .nullable()
      .meta({ description: "Roubles of those that the reader sees the money of; null without one" }),
    unpriced: z.int().meta({ description: "Of the same, how many have no price yet" }),
  })
  .meta({ id: "ExtraWorkTotals" });
export type ExtraTotals = z.infer<typeof extraTotals>;
export const extraPage = pageOf(extraSummary).meta({ id: "ExtraWorkPage" });
export type ExtraPage = z.infer<typeof extraPage>;

/** A change of a planned quantity of a running object. */
export const planRevision = z
  .object({
    id,
    workType: workTypeRef,
    facade: z.string(),
    floor: z.string(),
    oldQty: decimal.nullable(),
    newQty: decimal.nullable(),
    reason: z.string().nullable(),
    document: z.string().nullable(),
    extraId: id.nullable(),
    author: person,
    createdAt: instant,
  })
  .meta({ id: "PlanRevision" });
export type PlanRevision = z.infer<typeof planRevision>;
export const listPlanRevisionsQuery = z.strictObject(pageQuery);
export const planRevisionPage = pageOf(planRevision).meta({ id: "PlanRevisionPage" });
