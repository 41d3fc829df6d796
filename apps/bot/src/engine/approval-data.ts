export type ApprovalPress =
  | { readonly action: "open" | "turn"; readonly page: number }
  | { readonly action: "thing"; readonly letter: string; readonly id: number; readonly page: number };

const LISTS = { open: "l", turn: "p" } as const;
const DATA = /^ap:(?:([lp])|([a-z]):([1-9]\d{0,9})):(\d{1,3})$/;
const MAX_ID = 2_147_483_647;

/**
 * Callback data of the approval list: `ap:l:<page>` opens the list, `ap:p:<page>` turns the page,
 * `ap:<letter>:<id>:<page>` opens the item of a row, where the letter is declared by the item's feature.
 */
export const packApproval = (press: ApprovalPress): string =>
  press.action === "thing"
    ? `ap:${press.letter}:${press.id}:${press.page}`
    : `ap:${LISTS[press.action]}:${press.page}`;

/** Parses callback data of the approval list; null for other data. */
export function unpackApproval(data: string): ApprovalPress | null {
  const match = DATA.exec(data);
  if (match === null) return null;
  const [, list, letter = "", id, page] = match;
  if (list !== undefined) return { action: list === "l" ? "open" : "turn", page: Number(page) };
  if (Number(id) > MAX_ID) return null;
  return { action: "thing", letter, id: Number(id), page: Number(page) };
}
