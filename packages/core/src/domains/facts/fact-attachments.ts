import type { FactStatus } from "@stsphera/contracts";
import type { AttachmentRule, AttachmentRules, Sight } from "../../platform/attachments/index.ts";

type Row = { objectId: number; status: FactStatus | null };

const ENTRY = `select object_id as "objectId", status from daily_plan_fact where id = $1`;
const OF_DAY = `select object_id as "objectId", null as status from journal_photos where id = $1`;

/** Observers see only the confirmed entries of a day. */
export const factSight = ({ objectId, status }: Row): Sight => ({
  objectId,
  permission: "fact.view",
  toAll: status === "confirmed",
});

const sightBy =
  (statement: string): AttachmentRule["sight"] =>
  async (db, entityId) => {
    const [row] = await db.read<Row>(statement, [entityId]);
    return row === undefined ? null : factSight(row);
  };

/** Photos of an entry, and of a day without one. */
export const factAttachments = {
  fact: { sight: sightBy(ENTRY), record: true },
  journal_photo: { sight: sightBy(OF_DAY) },
} as const satisfies AttachmentRules;
