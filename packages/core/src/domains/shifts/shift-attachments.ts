import { peopleOfCrew } from "../facts/index.ts";
import type { AttachmentRules, Sight } from "../../platform/attachments/index.ts";

/** Photos of a record are seen by those who see facts before they are confirmed. */
export const shiftSight = (objectId: number): Sight => ({ objectId, permission: "fact.view" });

export const shiftAttachments = {
  shift_record: {
    sight: async (db, entityId) => {
      const [row] = await db.read<{ objectId: number; ofCrew: number[] }>(
        `select r.object_id as "objectId", array(select unnest(${peopleOfCrew("c")})
           from shift_record_crews x join crews c on c.id = x.crew_id where x.record_id = r.id) as "ofCrew"
         from shift_records r where r.id = $1`,
        [entityId],
      );
      return row === undefined ? null : { ...shiftSight(row.objectId), ofCrew: row.ofCrew };
    },
    record: true,
  },
} as const satisfies AttachmentRules;
