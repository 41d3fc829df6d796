import { isDay } from "@stsphera/contracts/forms";
import { SHIFT_REPORTS, type ShiftReportKind } from "@stsphera/contracts/vocabulary";

/** A press on a kind of report of an object's day. */
export type ReportPress = { readonly kind: ShiftReportKind; readonly objectId: number; readonly day: string };

const DATA = /^rp:([a-z]{1,12}):([1-9]\d{0,9}):([\d-]{10})$/;
const MAX_ID = 2_147_483_647;

/** Callback data of reports: `rp:<kind>:<object>:<day>`. */
export const packReport = ({ kind, objectId, day }: ReportPress): string => `rp:${kind}:${objectId}:${day}`;

/** Parses callback data of reports; null for other data. */
export function unpackReport(data: string): ReportPress | null {
  const [, name, object, day = ""] = DATA.exec(data) ?? [];
  const kind = SHIFT_REPORTS.find((one) => one === name);
  if (kind === undefined || !isDay(day) || Number(object) > MAX_ID) return null;
  return { kind, objectId: Number(object), day };
}
