import { id, recordShiftNoteInput } from "@stsphera/contracts";
import { z } from "zod";
import { command } from "../../kernel/index.ts";
import { presentShiftRecord } from "./shift-record-row.ts";
import { assertMayRecord, loadCrews, writeShiftRecord } from "./write-shift-record.ts";

/** Records work of crews that earns no quantity, such as unloading. */
export const recordShiftNote = command({
  name: "shift_note.record",
  permissions: ["fact.enter"],
  input: z.strictObject({ objectId: id, ...recordShiftNoteInput.shape }),
  load: (tx, ctx, input) => loadCrews(tx, ctx, input),
  authorize: (ctx, shift) => assertMayRecord(ctx, shift),
  execute: (tx, { ctx, target, input: { activity, text, objectId: _objectId, ...input } }) =>
    writeShiftRecord(tx, ctx, target, {
      ...input,
      date: input.date,
      kind: "note",
      code: activity,
      words: text ?? null,
      party: null,
    }),
  present: presentShiftRecord,
});
