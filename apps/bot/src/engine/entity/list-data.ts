/** A page of a list, or a row to open. */
export type ListPress = { readonly list: string; readonly page: number } | { readonly id: number };

const ROW = "open";
const MAX_ID = 2_147_483_647;

/**
 * Callback data of an entity's lists: `<prefix>:<list>:<page>`, and `<prefix>:open:<id>` for a row. Throws for a list
 * named «open»: its pages could not be told from rows.
 */
export function listData(prefix: string, lists: readonly string[]) {
  if (lists.includes(ROW)) throw new Error(`a list of ${prefix} is named "${ROW}", as what opens a row`);
  const data = new RegExp(`^${prefix}:(?:(${lists.join("|")}):(\\d{1,3})|${ROW}:([1-9]\\d{0,9}))$`);
  return {
    pack: (press: ListPress): string =>
      "id" in press ? `${prefix}:${ROW}:${press.id}` : `${prefix}:${press.list}:${press.page}`,
    /** Null for other data. */
    unpack(text: string): ListPress | null {
      const [, list, page, id] = data.exec(text) ?? [];
      if (list !== undefined) return { list, page: Number(page) };
      return Number(id) <= MAX_ID ? { id: Number(id) } : null;
    },
  };
}
