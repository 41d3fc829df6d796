import { type AttachmentRules, type Sight, thingRule } from "../../platform/attachments/index.ts";

export const extraSight = (objectId: number | null): Sight => ({ objectId, permission: "extra.view" });

/** Photos of an extra work. */
export const extraAttachments = {
  extra: thingRule(`select id, object_id as "objectId" from extra_works where id = $1`, {
    kind: "extra",
    sightOf: extraSight,
  }),
} as const satisfies AttachmentRules;
