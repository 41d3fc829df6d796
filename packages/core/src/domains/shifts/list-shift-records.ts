import { id, listShiftRecordsQuery } from "@stsphera/contracts";
import { z } from "zod";
import { pagedQuery } from "../../kernel/index.ts";
import { assertSeesShifts, ofOwnCrews } from "./sees-shifts.ts";
import {
  presentShiftRecord,
  RECORD_COLUMNS,
  RECORD_TABLES,
  type ShiftRecordRow,
} from "./shift-record-row.ts";

/** Idle time and work without a quantity, newest day first; installers see what is recorded of their own crews. */
export const listShiftRecords = pagedQuery({
  name: "shift_record.list",
  permissions: ["fact.view"],
  input: z.strictObject({ objectId: id, ...listShiftRecordsQuery.shape }),
  authorize: (ctx, { objectId }) => assertSeesShifts(ctx, objectId),
  sort: () => ({
    value: { sql: "r.date", type: "date", of: (row: ShiftRecordRow) => row.date },
    id: "r.id",
    descending: true,
  }),
  select: () => ({ columns: RECORD_COLUMNS, from: RECORD_TABLES }),
  where: (asked, ctx, { objectId, kind, from, to }) => [
    `r.object_id = ${asked(objectId, "integer")}`,
    kind !== undefined && `r.kind = ${asked(kind, "text")}`,
    from !== undefined && `r.date >= ${asked(from, "date")}`,
    to !== undefined && `r.date <= ${asked(to, "date")}`,
    ofOwnCrews(ctx, objectId, (userId) => asked(userId, "integer")),
  ],
  present: presentShiftRecord,
});
