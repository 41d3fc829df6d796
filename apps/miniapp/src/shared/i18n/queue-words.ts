/** Stands beside what waits on the phone for a network. */
export const queueWords = { ru: { inQueue: "в очереди" }, en: { inQueue: "queued" } };
