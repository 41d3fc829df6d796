export { type ComparedRow, type Comparison, compareWithBase, type StandingRow } from "./compare-with-base.ts";
export {
  type DatedContent,
  datesOf,
  networkOfContent,
  type Span,
  summaryKeys,
  type VersionContent,
  type VersionRow,
} from "./content.ts";
export { diffVersions, type RowChangeInVersion, type VersionDiff } from "./diff.ts";
export {
  addRow,
  branchOf,
  indentRow,
  linkInSequence,
  moveRow,
  outdentRow,
  removeRows,
  setFields,
} from "./edit-outline.ts";
export {
  contentOfForecast,
  forecastAfter,
  leftOn,
  networkOfForecast,
  NO_FORECAST,
  type RowForecast,
} from "./forecast.ts";
export { contentOfTemplate, templateOfContent } from "./from-template.ts";
export { hashContent, signedText } from "./hash-content.ts";
export { applyPatch, type Conflict, invertPatch, type Patch, patchBetween } from "./patch.ts";
export {
  type ContentOfProject,
  contentOfProject,
  projectCalendar,
  projectOfContent,
  type RowProgress,
} from "./project.ts";
export {
  MAX_PASTED_ROWS,
  type PastedColumn,
  type PasteProblem,
  type PasteWords,
  readPastedRows,
} from "./read-pasted.ts";
export { shareWindow } from "./share-window.ts";
export { pauseRows, previewChanges, type ShiftPreview, shiftRows } from "./shift.ts";
export {
  SIGNER_ROLES,
  type SignerRole,
  type SendingProblem,
  whatForbidsSending,
} from "./what-forbids-sending.ts";
