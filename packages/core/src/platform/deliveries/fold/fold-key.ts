/** What the keys of lists begin with. */
export const FOLD_KEYS = "burst:";
const KEY = /^burst:(\d+)$/;

/** The card of a list in its user's chat. */
export const foldKey = (id: number): string => `${FOLD_KEYS}${id}`;

/** The list that a card shows; null for all other cards. */
export const foldOf = (cardKey: string | null): number | null => {
  const id = KEY.exec(cardKey ?? "")?.[1];
  return id === undefined ? null : Number(id);
};
