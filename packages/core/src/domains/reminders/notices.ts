import type { ReminderEvent } from "@stsphera/contracts/vocabulary";
import type { Notices } from "../../platform/notify/index.ts";
import { deviationNotice } from "../facts/index.ts";
import { eveningNotice } from "./evening-notification.ts";
import { missingNotices } from "./missing-notification.ts";

/** Who is reminded of a shift's facts. */
export const reminderNotices = {
  "fact.evening": eveningNotice,
  "fact.missing": missingNotices,
  "fact.deviation": deviationNotice,
} as const satisfies Record<Exclude<ReminderEvent, "digest.morning">, Notices>;
