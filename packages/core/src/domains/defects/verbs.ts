export { changeDefectStatus } from "./change-defect-status.ts";
export { escalateDefects, findLateDefects } from "./escalate-defects.ts";
export { getDefect } from "./get-defect.ts";
export { getDefectTotals } from "./get-defect-totals.ts";
export { listAllDefects } from "./list-all-defects.ts";
export { listDefects } from "./list-defects.ts";
export { reportDefect } from "./report-defect.ts";
export { undoDefectMove } from "./undo-defect-move.ts";
export { updateDefect } from "./update-defect.ts";
