const DAY_MS = 86_400_000;

/** When a person asked for access last. */
export const askedAt = ({ createdAt, askedAgainAt }: { createdAt: Date; askedAgainAt: Date | null }): Date =>
  askedAgainAt ?? createdAt;

/** From when a refused person may ask again: a day after they asked last. */
export const asksAgainAt = (row: { createdAt: Date; askedAgainAt: Date | null }): Date =>
  new Date(askedAt(row).getTime() + DAY_MS);
