/** Callback data of «Через час» under an evening request. The bot's reader checks it. */
export const laterButton = (day: string): string => `ev:later:${day}`;
