/** What the clock tells of a day. No imports. */
export const REMINDER_EVENTS = ["digest.morning", "fact.evening", "fact.missing", "fact.deviation"] as const;
export type ReminderEvent = (typeof REMINDER_EVENTS)[number];
