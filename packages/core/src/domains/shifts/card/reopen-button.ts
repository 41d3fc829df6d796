/** Callback data of opening a closed part again. The bot's reader checks it. */
export const reopenButton = (closingId: number, version: number): string =>
  ["sh", "r", closingId, version].join(":");
