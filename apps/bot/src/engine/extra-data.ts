/** A press on «Доп. работа»: `xn:<object>`. */
const NEW = /^xn:([1-9]\d{0,9})$/;
const MAX_ID = 2_147_483_647;

export const packNewExtra = (objectId: number): string => `xn:${objectId}`;

/** The object of a press on «Доп. работа»; null for other data. */
export function unpackNewExtra(data: string): { readonly objectId: number } | null {
  const objectId = Number(NEW.exec(data)?.[1]);
  return objectId <= MAX_ID ? { objectId } : null;
}
