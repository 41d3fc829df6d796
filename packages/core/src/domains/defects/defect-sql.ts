import type { DefectSummary, ObjectStatus } from "@stsphera/contracts";
import { dayText, instantText, personJson } from "../../kernel/index.ts";
import { OPEN_DEFECT, overdueDefect } from "../objects/index.ts";

/** A row of a list before it is presented to its reader. */
export type DefectSummaryRow = DefectSummary & { objectStatus: ObjectStatus };

export const DEFECT_STATES = { open: OPEN_DEFECT, finished: `not (${OPEN_DEFECT})`, all: "true" } as const;

/** Its day is past, and nobody has fixed it. */
export const OVERDUE = overdueDefect(dayText("$1::timestamptz"));

/** Columns of a defect `t` with its object `o`; $1 is the current instant. */
export const DEFECT_COLUMNS = `
  t.id, t.object_id as "objectId", o.name as "objectName", o.status as "objectStatus", t.number, t.title, t.severity,
  t.status, t.facade_id as "facadeId", t.floor_id as "floorId", coalesce((select fa.code from facades fa where fa.id = t.facade_id), t.facade) as facade,
  coalesce((select fl.code from floors fl where fl.id = t.floor_id), t.floor) as floor, t.axes,
  t.due_on::text as "dueOn", coalesce(${OVERDUE}, false) as overdue,
  ${dayText("$1::timestamptz")} - ${dayText("t.created_at")} as "ageDays",
  case when t.responsible_id is not null then ${personJson("t.responsible_id")} end as responsible,
  ${instantText("t.created_at")} as "createdAt", t.version`;
