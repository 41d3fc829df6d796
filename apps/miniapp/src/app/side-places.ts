const LISTS = /^\/(objects|tasks|people|waiting|notifications)$|^\/objects\/\d+\/tasks$/;
/** Things and the list that is theirs when nobody came from another. */
const THINGS: readonly { readonly at: RegExp; readonly list: string }[] = [
  { at: /^\/objects\/\d+(?:\/(?:team|zones|crews|chats))?$/, list: "/objects" },
  { at: /^\/tasks\/\d+$/, list: "/tasks" },
  { at: /^\/people\/\d+$/, list: "/people" },
];
/** From here one comes to things of every kind. */
const OF_EVERYTHING = /^\/(waiting|notifications)$/;

export const isList = (path: string): boolean => LISTS.test(path);

/** The list beside a thing: the one its reader came from where it holds such things. Null: the page takes the width. */
export function sideListOf(path: string, lastList: string | null): string | null {
  const thing = THINGS.find(({ at }) => at.test(path));
  if (thing === undefined) return null;
  const last = lastList?.split("?")[0] ?? "";
  const holds =
    OF_EVERYTHING.test(last) || last === thing.list || (thing.list === "/tasks" && last.endsWith("/tasks"));
  return lastList !== null && holds ? lastList : thing.list;
}
