export type MenuAction =
  | { readonly action: "pick" }
  | { readonly action: "object" | "why"; readonly objectId: number };

const DATA = /^m:(?:pick|([ow]):([1-9]\d{0,9}))$/;

/** Callback data of the menu: `m:pick` lists the objects, `m:o:<id>` selects one, `m:w:<id>` explains its forecast. */
export const packMenu = (pressed: MenuAction): string =>
  pressed.action === "pick" ? "m:pick" : `m:${pressed.action === "why" ? "w" : "o"}:${pressed.objectId}`;

/** Parses callback data of the menu; null for other data. */
export function unpackMenu(data: string): MenuAction | null {
  const match = DATA.exec(data);
  if (match === null) return null;
  const [, letter, id] = match;
  if (id === undefined) return { action: "pick" };
  return { action: letter === "w" ? "why" : "object", objectId: Number(id) };
}
