/** Callback data of a button about a shift: idle time, or closing it. The bot's reader checks it. */
export const shiftButton = (action: "downtime" | "close", objectId: number, day: string): string =>
  ["sh", action === "downtime" ? "d" : "c", objectId, day].join(":");
