/** Callback data of a button under an entry: `e1:<action>:<fact>[:<argument>]`. The bot's reader checks it. */
export const entryButton = (action: string, factId: number, ...argument: readonly string[]): string =>
  ["e1", action, String(factId), ...argument].join(":");
