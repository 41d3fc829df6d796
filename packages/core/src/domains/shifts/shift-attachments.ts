import type { AttachmentRules, Sight } from "../../platform/attachments/index.ts";

/** Photos of a record are seen by those who see facts before they are confirmed. */
export const shiftSight = (objectId: number): Sight => ({ objectId, permission: "fact.view" });

export const shiftAttachments = {
  shift_record: {
    sight: async (db, entityId) => {
      const [row] = await db.read<{ objectId: number }>(
        `select object_id as "objectId" from shift_records where id = $1`,
        [entityId],
      );
      return row === undefined ? null : shiftSight(row.objectId);
    },
    record: true,
  },
} as const satisfies AttachmentRules;
