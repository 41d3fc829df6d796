const KEY = /^burst:(\d+)$/;

/** The card of a list in its user's chat. */
export const foldKey = (id: number): string => `burst:${id}`;

/** The list that a card shows; null for all other cards. */
export const foldOf = (cardKey: string | null): number | null => {
  const id = KEY.exec(cardKey ?? "")?.[1];
  return id === undefined ? null : Number(id);
};
