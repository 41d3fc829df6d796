export type MenuAction =
  | { readonly action: "pick" }
  | { readonly action: "object"; readonly objectId: number };

const DATA = /^m:(?:pick|o:([1-9]\d{0,9}))$/;

/** Callback data of the menu: `m:pick` lists the objects, `m:o:<id>` selects one. */
export const packMenu = (action: MenuAction): string =>
  action.action === "pick" ? "m:pick" : `m:o:${action.objectId}`;

/** Parses callback data of the menu; null for other data. */
export function unpackMenu(data: string): MenuAction | null {
  const match = DATA.exec(data);
  if (match === null) return null;
  return match[1] === undefined ? { action: "pick" } : { action: "object", objectId: Number(match[1]) };
}
