import type { ShiftReportKind } from "@stsphera/contracts/vocabulary";
import { fetchFile } from "../../../shared/files/fetch-file.ts";
import { get } from "../../../shared/api/request.ts";

/** Of a day, of a whole month, or of now. */
export type ReportOf = Readonly<Partial<Record<"date" | "month", string>>>;

const queryOf = (kind: ShiftReportKind, of: ReportOf) => new URLSearchParams({ kind, ...of }).toString();

export const getShiftReport = (objectId: number, kind: ShiftReportKind, of: ReportOf) =>
  get(`/api/objects/${objectId}/shift-report?${queryOf(kind, of)}`, (c) => c.shiftReport);

export const fetchReportFile = (objectId: number, kind: ShiftReportKind, of: ReportOf) =>
  fetchFile(`/api/objects/${objectId}/shift-report/file?${queryOf(kind, of)}`);

export const fetchAct = (recordId: number) => fetchFile(`/api/shift-records/${recordId}/act`);
