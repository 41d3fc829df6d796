import { type AttachmentRules, type Sight, thingRule } from "../../platform/attachments/index.ts";

export const defectSight = (objectId: number | null): Sight => ({ objectId, permission: "defect.view" });

/** The photos of how it is after it was fixed are attached to its cure, which has the id of the defect. */
export const cureOf = ({ id }: { id: number }) => ({ entityType: "defect_cure", entityId: id });

const rule = thingRule(`select id, object_id as "objectId" from defects where id = $1`, {
  kind: "defect",
  sightOf: defectSight,
});

/** Photos of a defect: before and after. */
export const defectAttachments = { defect: rule, defect_cure: rule } as const satisfies AttachmentRules;
