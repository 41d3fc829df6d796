/** Callback data of a button about a day of an object: `fd:<action>:<object>:<day>[:<argument>]`. */
export const dayButton = (
  action: "confirm" | "undo" | "enter",
  objectId: number,
  day: string,
  ...argument: readonly string[]
): string => ["fd", action, String(objectId), day, ...argument].join(":");

/** Callback data of a button under an entry: `e1:<action>:<fact>[:<argument>]`. The bot's reader checks it. */
export const entryButton = (action: string, factId: number, ...argument: readonly string[]): string =>
  ["e1", action, String(factId), ...argument].join(":");
