/** Callback data of «Простой» for a shift of an object. The bot's reader checks it. */
export const idleButton = (objectId: number, day: string): string => ["sh", "d", objectId, day].join(":");

/** Callback data of closing a foreman's part of a shift; null: what is no foreman's. The bot's reader checks it. */
export const closePartButton = (objectId: number, day: string, foremanId: number | null): string =>
  ["sh", "c", objectId, day, `f${foremanId ?? 0}`].join(":");

export { reopenButton } from "./reopen-button.ts";
export { closedCard, type ClosedShift } from "./closed-card.ts";
