import type { FactStatus } from "@stsphera/contracts";
import { can, limitOn } from "@stsphera/rbac";
import type { Context } from "../../kernel/index.ts";
import type { AttachmentRules } from "../../platform/attachments/index.ts";

type Row = { objectId: number; status: FactStatus | null };

const ENTRY = `select object_id as "objectId", status from daily_plan_fact where id = $1`;
const OF_DAY = `select object_id as "objectId", null as status from journal_photos where id = $1`;

/** Of a day's facts an observer knows the confirmed entries alone. */
const seenBy =
  (statement: string) =>
  async ({ db, actor }: Context, entityId: number): Promise<boolean> => {
    const [row] = await db.read<Row>(statement, [entityId]);
    if (row === undefined || !can(actor, "fact.view", row)) return false;
    return limitOn(actor, "fact.view", row) !== "confirmed_only" || row.status === "confirmed";
  };

/** Photos of an entry, and of a day without one. */
export const factAttachments = {
  fact: { sees: seenBy(ENTRY), record: true },
  journal_photo: { sees: seenBy(OF_DAY) },
} as const satisfies AttachmentRules;
