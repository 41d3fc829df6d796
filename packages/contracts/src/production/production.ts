import { z } from "zod";
import {
  day,
  decimal,
  id,
  instant,
  percent,
  quantityInput,
  reason,
  shortLine,
  title,
  unit,
  version,
} from "../shared/scalars.ts";
import { person } from "../shared/person.ts";
import { pageOf, pageQuery } from "../shared/page.ts";
import { WORK_GROUPS } from "../vocabulary.ts";

export const workTypeRef = z
  .object({ id, code: z.string(), name: z.string(), unit })
  .meta({ id: "WorkTypeRef" });
export const workType = workTypeRef
  .extend({
    normHours: decimal,
    requiresPhoto: z.boolean(),
    group: z.enum(WORK_GROUPS),
    sort: z.int(),
    version,
  })
  .meta({ id: "WorkType" });
export type WorkType = z.infer<typeof workType>;
export const workTypePage = pageOf(workType).meta({ id: "WorkTypePage" });

export const createWorkTypeInput = z.strictObject({
  code: shortLine(1, 20),
  name: title,
  unit,
  normHours: quantityInput,
  requiresPhoto: z.boolean().default(false),
  group: z.enum(WORK_GROUPS).default("other"),
});

export const updateWorkTypeInput = z
  .strictObject({
    name: title,
    unit,
    normHours: quantityInput,
    requiresPhoto: z.boolean(),
    version,
  })
  .partial()
  .required({ version: true })
  .meta({ id: "UpdateWorkType" });

export const crewRef = z
  .object({ id, code: z.string(), name: z.string(), lead: z.string(), size: z.int() })
  .meta({ id: "CrewRef" });
export type CrewRef = z.infer<typeof crewRef>;
export const crew = crewRef
  .extend({
    objectId: id.nullable(),
    leadUserId: id.nullable(),
    members: z.array(person).meta({ description: "Accounts that work in the crew now" }),
    version,
  })
  .meta({ id: "Crew" });
export type Crew = z.infer<typeof crew>;
export const crewPage = pageOf(crew).meta({ id: "CrewPage" });

export const createCrewInput = z.strictObject({
  code: shortLine(1, 20),
  name: title,
  lead: shortLine(2, 80),
  leadUserId: id.optional(),
  size: z.int().min(1).max(200),
  objectId: id,
});

export const updateCrewInput = z
  .strictObject({
    name: title,
    lead: shortLine(2, 80),
    leadUserId: id.nullable(),
    size: z.int().min(1).max(200),
    version,
  })
  .partial()
  .required({ version: true })
  .meta({ id: "UpdateCrew" });
export const setCrewMembersInput = z
  .strictObject({ userIds: z.array(id).max(200) })
  .meta({ id: "SetCrewMembers" });

export const listWorkTypesQuery = z.strictObject({
  ...pageQuery,
  search: z.string().trim().max(100).optional().meta({ description: "Words of the code or name" }),
});
export const listDictionaryQuery = z.strictObject({
  ...pageQuery,
  objectId: z.coerce.number().int().optional(),
});

/** A cell of the grid: a work type on a floor of a facade. */
export const setFloorVolumesInput = z.strictObject({
  volumes: z
    .array(
      z
        .strictObject({
          facadeId: id,
          floorId: id,
          workTypeId: id,
          planQty: quantityInput
            .nullable()
            .meta({ description: "Decimal string greater than 0; null removes a cell without entries" }),
          planStart: day.nullable().default(null),
          planFinish: day.nullable().default(null),
          version: z.int().min(0).nullable().optional().meta({
            description: "Version the cell was read in; required to change one, null or 0 for a new one",
          }),
        })
        .refine((row) => (row.planStart === null) === (row.planFinish === null), { error: "window_half" })
        .refine(
          (row) => row.planStart === null || row.planFinish === null || row.planStart <= row.planFinish,
          {
            error: "window_order",
          },
        ),
    )
    .min(1)
    .max(2000),
  reason: reason.optional().meta({ description: "Kept with the changes of a plan that is in work" }),
  document: shortLine(2, 120).optional().meta({ description: "The document that the change follows from" }),
});

export const floorVolume = z
  .object({
    id,
    facade: z.object({ id, code: z.string() }),
    floor: z.object({ id, code: z.string() }),
    workType: workTypeRef,
    planQty: decimal,
    factQty: decimal,
    pct: percent,
    remaining: decimal,
    planStart: day.nullable(),
    planFinish: day.nullable(),
    updatedAt: instant,
    version,
  })
  .meta({ id: "FloorVolume" });
export type FloorVolume = z.infer<typeof floorVolume>;

export const listFloorVolumesQuery = z.strictObject({
  ...pageQuery,
  facadeId: z.coerce.number().int().optional(),
  floorId: z.coerce.number().int().optional(),
  workTypeId: z.coerce.number().int().optional(),
  unfinished: z.stringbool().default(false),
  sort: z.enum(["floor", "planStart"]).default("floor"),
});
export const floorVolumePage = pageOf(floorVolume).meta({ id: "FloorVolumePage" });
export type FloorVolumePage = z.infer<typeof floorVolumePage>;

const mapSums = {
  pct: percent,
  remaining: decimal,
  week: decimal.meta({ description: "Entered for the last seven days, today included" }),
};
const mapFloor = z.object({
  id,
  code: z.string(),
  floorVolumeId: id.nullable().meta({ description: "The cell, where what is shown is a single one" }),
  plan: decimal,
  fact: decimal,
  accepted: decimal,
  defects: z.int(),
  ...mapSums,
});
const mapFacade = z.object({
  id,
  code: z.string(),
  name: z.string(),
  ...mapSums,
  floors: z.array(mapFloor).meta({ description: "Floors with the shown works, from the ground up" }),
});
const mapScope = z.enum(["all", "module", "bracket"]);
export const facadeMap = z
  .object({
    today: day,
    work: z.union([mapScope, id]).meta({ description: "What is shown: all works, a group of them, or one" }),
    unit: unit.nullable().meta({ description: "Null: norm man-hours, in which all works are added" }),
    works: z
      .array(
        workTypeRef.extend({
          group: z.enum(WORK_GROUPS),
          facadeIds: z.array(id).meta({ description: "Facades on which it is planned" }),
        }),
      )
      .meta({ description: "Works planned on the object" }),
    floors: z
      .array(z.object({ id, code: z.string() }))
      .meta({ description: "All floors, from the ground up" }),
    facades: z.array(mapFacade),
  })
  .meta({ id: "FacadeMap" });
export type FacadeMap = z.infer<typeof facadeMap>;
export const facadeMapQuery = z.strictObject({
  workTypeId: z
    .union([mapScope, z.coerce.number().int()])
    .optional()
    .meta({ description: "Without it modules, or all works of an object that has no modules" }),
});

/** Answer to a write of many cells. */
export const setFloorVolumesAnswer = z.object({
  created: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  removed: z.int(),
});
