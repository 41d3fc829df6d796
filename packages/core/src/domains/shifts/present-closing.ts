import type { ShiftClosing } from "@stsphera/contracts";
import type { schema } from "@stsphera/db";

export type ClosingRow = typeof schema.shiftClosings.$inferSelect;

/** A closing as the API answers it. */
export const presentClosing = (row: ClosingRow): ShiftClosing => ({
  id: row.id,
  objectId: row.objectId,
  date: row.date,
  shift: row.shift,
  foremanId: row.foremanId,
  at: row.closedAt.toISOString(),
  by: row.closedBy,
  silent: row.silent.length,
  reopenedAt: row.reopenedAt?.toISOString() ?? null,
  version: row.version,
});
