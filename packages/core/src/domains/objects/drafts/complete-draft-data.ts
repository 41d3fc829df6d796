import {
  type DraftData,
  facadeInput,
  floorInput,
  id,
  quantityInput,
  shortLine,
  setTeamInput,
} from "@stsphera/contracts";
import { day } from "@stsphera/contracts";
import { z } from "zod";
import { invalidField, parseInput } from "../../../kernel/index.ts";
import { passportInput } from "../open-object.ts";

const code = shortLine(1, 20);
const volume = z
  .strictObject({
    facade: code,
    floor: code,
    workTypeId: id,
    planQty: quantityInput,
    planStart: day.nullable().default(null),
    planFinish: day.nullable().default(null),
  })
  .refine((row) => (row.planStart === null) === (row.planFinish === null), { error: "window_half" })
  .refine((row) => row.planStart === null || row.planFinish === null || row.planStart <= row.planFinish, {
    error: "window_order",
  });

/** A draft complete enough to become an object. */
const wholeDraft = z.strictObject({
  object: passportInput,
  members: setTeamInput.shape.members.default([]),
  facades: z.array(facadeInput).min(1).max(50),
  floors: z.array(floorInput).min(1).max(200),
  volumes: z.array(volume).max(2000).default([]),
});
export type CompleteDraft = z.output<typeof wholeDraft>;

/**
 * Everything a draft needs to become an object; throws with the path of each missing field. The schedule is begun by its
 * own verb once there is an object.
 */
export function completeDraftOf(data: DraftData): CompleteDraft {
  const { workTypeIds: _chosen, schedule: _begun, ...asked } = data;
  const whole = parseInput(wholeDraft, asked);
  const cells = new Set<string>();
  for (const [at, row] of whole.volumes.entries()) {
    const key = JSON.stringify([row.facade, row.floor, row.workTypeId]);
    if (cells.has(key)) throw invalidField(`volumes.${at}`, "cell_twice");
    cells.add(key);
  }
  return whole;
}
