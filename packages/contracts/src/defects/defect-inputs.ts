import { z } from "zod";
import { day, id, reason, shortLine, title, version } from "../shared/scalars.ts";
import { transitionInput } from "../shared/transition.ts";
import { DEFECT_ORIGINS, DEFECT_SEVERITIES, DEFECT_STATUSES, type DefectMove } from "./vocabulary.ts";

const severity = z.enum(DEFECT_SEVERITIES);
const dueOn = day.meta({ description: "A day of the object, today or later" });
const axes = shortLine(1, 60).meta({ description: "Between which axes", example: "Д–Е" });
/** A defect and its cure are seen on photos. */
const photoIds = z
  .array(id, { error: ({ input }) => (input === undefined ? "defect_photo_required" : undefined) })
  .min(1, { error: "defect_photo_required" })
  .max(20);

export const reportDefectInput = z
  .strictObject({
    title,
    facadeId: id,
    floorId: id.optional(),
    axes: axes.optional(),
    severity: severity.default("major"),
    workTypeId: id.optional().meta({ description: "The kind of work that is at fault" }),
    origin: z
      .enum(DEFECT_ORIGINS)
      .default("installation")
      .meta({ description: "Of a fault of the factory the production is told" }),
    responsibleId: id.optional().meta({ description: "Assigned at once; needs the right to assign" }),
    dueOn: dueOn.optional(),
    fileIds: photoIds,
  })
  .meta({ id: "ReportDefect" });

const responsibleId = z
  .int({ error: ({ input }) => (input === undefined ? "assignee_required" : undefined) })
  .positive()
  .max(2_147_483_647);

/** Input of each move of a defect. */
export const defectTransitionInput = transitionInput("DefectTransition", {
  states: DEFECT_STATUSES,
  moves: {
    assign: { responsibleId, dueOn: dueOn.optional() },
    reassign: { responsibleId, reason, dueOn: dueOn.optional() },
    start: {},
    fix: { fileIds: photoIds },
    dispute: { reason },
    uphold: { reason },
    drop: { reason },
    verify: {},
    reopen: { reason },
    cancel: { reason },
  } satisfies Record<DefectMove, z.ZodRawShape>,
  common: {},
});

/** Fields that may be changed until it is verified or called off; null clears one. */
export const updateDefectInput = z
  .strictObject({
    version,
    title: title.optional(),
    severity: severity.optional(),
    axes: axes.nullable().optional(),
    dueOn: dueOn.nullable().optional(),
  })
  .meta({ id: "UpdateDefect" });
