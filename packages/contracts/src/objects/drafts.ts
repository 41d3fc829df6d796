import { z } from "zod";
import { role } from "../people/users.ts";
import { pageOf, pageQuery } from "../shared/page.ts";
import { day, id, instant, quantityInput, shortLine, version } from "../shared/scalars.ts";
import { createObjectInput, facadeInput, floorInput } from "./objects.ts";

/** A draft stores what was typed: types are strict, missing fields are only checked on completion. */
const object = z.strictObject(
  Object.fromEntries(
    Object.entries(createObjectInput.shape).map(([key, field]) => [
      key,
      (field instanceof z.ZodDefault ? field.unwrap() : field).optional(),
    ]),
  ) as { [K in keyof typeof createObjectInput.shape]: z.ZodOptional<Undefaulted<K>> },
);
type Undefaulted<K extends keyof typeof createObjectInput.shape> =
  (typeof createObjectInput.shape)[K] extends z.ZodDefault<infer T> ? T : (typeof createObjectInput.shape)[K];

const members = z.array(z.strictObject({ userId: id, roles: z.array(role).max(17) })).max(500);
const code = shortLine(1, 20);
const volume = z.strictObject({
  facade: code.meta({ description: "Code of a facade from step 3" }),
  floor: code,
  workTypeId: id,
  planQty: quantityInput,
  planStart: day.nullable().optional(),
  planFinish: day.nullable().optional(),
});

const STEPS = {
  1: z.strictObject({ object }),
  2: z.strictObject({ members }),
  3: z.strictObject({
    facades: z.array(facadeInput).max(50),
    floors: z.array(floorInput).max(200),
    workTypeIds: z
      .array(id)
      .max(200)
      .optional()
      .meta({ description: "Works chosen for the grid, also those without a quantity yet" }),
  }),
  4: z.strictObject({ volumes: z.array(volume).max(2000) }),
  5: z.strictObject({
    schedule: z
      .strictObject({
        template: shortLine(1, 40).meta({ description: "The code of a template of the schedule" }),
        startOn: day.nullable().meta({ description: "Null for the start of the object" }),
      })
      .nullable()
      .meta({ description: "What the work schedule begins with; null for none yet" }),
  }),
} as const;

/** Everything that a draft may contain, by step. */
export const draftData = z
  .strictObject({
    object: object.optional(),
    members: members.optional(),
    facades: STEPS[3].shape.facades.optional(),
    floors: STEPS[3].shape.floors.optional(),
    workTypeIds: STEPS[3].shape.workTypeIds,
    volumes: STEPS[4].shape.volumes.optional(),
    schedule: STEPS[5].shape.schedule.optional(),
  })
  .meta({ id: "ObjectDraftData" });
export type DraftData = z.infer<typeof draftData>;

/** `step` is where a draft that was deleted a moment ago stood. */
export const createDraftInput = z.strictObject({
  data: draftData.optional(),
  step: z.int().min(1).max(5).optional(),
});

/** One of five steps: basic data, team, facades and floors, grid, what the schedule begins with. */
export const saveDraftInput = z.discriminatedUnion("step", [
  z.strictObject({ step: z.literal(1), version, data: STEPS[1] }),
  z.strictObject({ step: z.literal(2), version, data: STEPS[2] }),
  z.strictObject({ step: z.literal(3), version, data: STEPS[3] }),
  z.strictObject({ step: z.literal(4), version, data: STEPS[4] }),
  z.strictObject({ step: z.literal(5), version, data: STEPS[5] }),
]);
export const completeDraftInput = z.strictObject({ version });

export const draftSummary = z
  .object({
    id,
    name: z.string().nullable(),
    step: z.int().min(1).max(5),
    objectId: id.nullable().meta({ description: "The object created from the draft" }),
    createdAt: instant,
    updatedAt: instant,
    version,
  })
  .meta({ id: "ObjectDraftSummary" });
export const objectDraft = draftSummary.extend({ data: draftData }).meta({ id: "ObjectDraft" });
export type ObjectDraft = z.infer<typeof objectDraft>;

export const listDraftsQuery = z.strictObject(pageQuery);
export const draftPage = pageOf(draftSummary).meta({ id: "ObjectDraftPage" });
export type DraftPage = z.infer<typeof draftPage>;
