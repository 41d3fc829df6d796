import { z } from "zod";
import { id, moneyInput, quantityInput, reason, shortLine, title, unit, version } from "../shared/scalars.ts";
import { transitionInput } from "../shared/transition.ts";
import { EXTRA_STATUSES, type ExtraMove } from "./vocabulary.ts";

/** The number of a letter, an act or a decision. */
const document = shortLine(2, 120).meta({
  description: "The document that says so",
  example: "письмо № 112",
});

export const reportExtraInput = z
  .strictObject({
    title,
    quantity: quantityInput,
    unit,
    place: shortLine(1, 120).meta({ description: "Where, in words", example: "Восток 5, оси Д–Е" }),
    orderedBy: shortLine(2, 120).meta({ description: "Who ordered it, in words" }),
    fileIds: z.array(id).max(20).default([]),
  })
  .meta({ id: "ReportExtraWork" });

export const extraTransitionInput = transitionInput("ExtraWorkTransition", {
  states: EXTRA_STATUSES,
  moves: {
    accept: {
      document,
      facadeId: id,
      floorId: id,
      workTypeId: id.meta({ description: "A kind of work in the unit of the extra work" }),
    },
    reject: { reason },
    reopen: { reason },
  } satisfies Record<ExtraMove, z.ZodRawShape>,
  common: {},
});

/** The next step of the way to the customer. */
export const followExtraInput = z.strictObject({ version, document }).meta({ id: "FollowExtraWork" });
export const stepBackExtraInput = z.strictObject({ version, reason }).meta({ id: "StepBackExtraWork" });
export const priceExtraInput = z
  .strictObject({ version, price: moneyInput.nullable() })
  .meta({ id: "PriceExtraWork" });
