export type ApprovalPress =
  | { readonly action: "open" | "turn"; readonly page: number }
  | { readonly action: "task" | "person"; readonly id: number; readonly page: number };

const LISTS = { open: "l", turn: "p" } as const;
const LETTERS = { task: "t", person: "u" } as const;
const DATA = /^ap:(?:([lp])|([tu]):([1-9]\d{0,9})):(\d{1,3})$/;
const MAX_ID = 2_147_483_647;

/**
 * Callback data of what waits: `ap:l:<page>` opens the list, `ap:p:<page>` turns its page; of a row of that page
 * `ap:t:<task>:<page>` and `ap:u:<person>:<page>`.
 */
export const packApproval = (press: ApprovalPress): string =>
  "id" in press
    ? `ap:${LETTERS[press.action]}:${press.id}:${press.page}`
    : `ap:${LISTS[press.action]}:${press.page}`;

/** The press in callback data; null for other data. */
export function unpackApproval(data: string): ApprovalPress | null {
  const match = DATA.exec(data);
  if (match === null) return null;
  const [, list, letter, id, page] = match;
  if (list !== undefined) return { action: list === "l" ? "open" : "turn", page: Number(page) };
  if (Number(id) > MAX_ID) return null;
  return { action: letter === "t" ? "task" : "person", id: Number(id), page: Number(page) };
}
