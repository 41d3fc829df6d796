import { DUE_ROWS, readOfficeDays } from "@stsphera/core/registry";
import type { Schedule } from "@stsphera/core/schedule";
import { closeShifts } from "./close-shifts.ts";
import { escalate } from "./escalate.ts";
import { expireDelegations } from "./expire-delegations.ts";
import { remindOfReturned } from "./remind-of-returned.ts";

/** What the product's clock makes due. */
export const SCHEDULE: Schedule = {
  due: DUE_ROWS,
  paced: [
    { job: "delegations", everyMinutes: 60, work: expireDelegations },
    { job: "returned-reminders", everyMinutes: 5, work: remindOfReturned },
    { job: "escalations", everyMinutes: 15, work: escalate },
    { job: "shift-closings", everyMinutes: 10, work: closeShifts },
  ],
  readOfficeDays,
};
