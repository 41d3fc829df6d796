/** What lists of extra works are filtered by. */
export const EXTRA_STATES = ["open", "finished", "all"] as const;
