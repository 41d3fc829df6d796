/** Texts made of a shift: to the general contractor, to the weekly meeting, for the general work journal. No imports. */
export const SHIFT_REPORTS = ["contractor", "meeting", "journal"] as const;
export type ShiftReportKind = (typeof SHIFT_REPORTS)[number];
