import type { VerbCase } from "./verb-case.ts";
import { verbsOf } from "./verbs-of.ts";

const YEAR_2027 = {
  year: 2027,
  daysOff: ["2027-01-01", "2027-01-04", "2027-01-05", "2027-01-06", "2027-01-07", "2027-01-08"],
  workingWeekends: ["2027-02-20"],
  shortDays: ["2027-02-19"],
};

const cases: Readonly<Record<string, VerbCase>> = {
  "calendar.save": { permission: "settings.manage", input: () => ({ ...YEAR_2027, version: null }) },
  "calendar.preview": {
    permission: "settings.manage",
    doneBy: "admin",
    input: () => ({ year: 2026, daysOff: ["2026-10-01"], workingWeekends: [], shortDays: [] }),
  },
  "calendar.list": { permission: "org.view", ofOneSize: true, input: () => ({}) },
  "calendar.get": { permission: "org.view", ofOneSize: true, input: () => ({ year: 2026 }) },
  "calendar.count": {
    permission: "object.create",
    ofOneSize: true,
    input: () => ({ from: "2026-09-01", to: "2026-12-01", workWeek: [1, 2, 3, 4, 5], followTransfers: true }),
  },
  "object.preview": {
    ofOneSize: true,
    permission: "object.edit",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id, deadline: "2027-03-01" }),
  },
  "object.save_calendar": {
    permission: "object.edit",
    onObject: true,
    input: ({ prepared: { here } }) => ({
      objectId: here.id,
      version: here.version,
      days: [{ day: "2026-09-13", working: true }],
    }),
  },
  "object.calendar": {
    ofOneSize: true,
    permission: "object.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "object.calendar_preview": {
    ofOneSize: true,
    permission: "object.edit",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id, days: [{ day: "2026-09-13", working: true }] }),
  },
};

export const CALENDAR_CASES = verbsOf({ cases });
