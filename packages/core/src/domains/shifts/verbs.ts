export { closeOverdueShift, findOverdueShifts } from "./close-overdue-shift.ts";
export { closeShift } from "./close-shift.ts";
export { getShiftLines } from "./get-shift-lines.ts";
export { getShift } from "./get-shift.ts";
export { listShiftRecords } from "./list-shift-records.ts";
export { recordDowntime } from "./record-downtime.ts";
export { recordShiftNote } from "./record-shift-note.ts";
export { reopenShift } from "./reopen-shift.ts";
export { withdrawShiftRecord } from "./withdraw-shift-record.ts";
