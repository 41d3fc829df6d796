import { MEMBER_ROLES, reachOf, type Role, ROLE_CODES } from "@stsphera/rbac";
import { type Button, translator } from "@stsphera/telegram";
import { press } from "./buttons.ts";
import { packStep } from "./step-data.ts";
import type { Turn } from "./turn.ts";

/** Rows per page of any list. */
const PAGE = 7;

/** The requested page of a list, or the last one if the list has become shorter since the button was made. */
export function pageOf<T>(rows: readonly T[], asked: number) {
  const page = Math.max(0, Math.min(asked, Math.ceil(rows.length / PAGE) - 1));
  const from = page * PAGE;
  return { page, shown: rows.slice(from, from + PAGE), rest: Math.max(0, rows.length - from - PAGE) };
}

export type Choosable = { id: number; fullName: string; roles: readonly Role[] };

/** «Белов Сергей · Прораб (ИТР)»: surname first. */
function caption(turn: Turn, person: Choosable): string {
  const words = person.fullName.trim().split(/\s+/);
  const name = [words.at(-1) ?? "", ...words.slice(0, -1)].join(" ");
  const role = ROLE_CODES.find((code) => person.roles.includes(code));
  return role === undefined ? name : `${name} · ${translator(turn.locale)(`role.${role}`)}`;
}

/** Roles on objects first, company roles after them. */
const ORDER: readonly Role[] = [...MEMBER_ROLES, ...ROLE_CODES.filter((role) => reachOf(role) === "company")];
const rankOf = (person: Choosable): number =>
  Math.min(...person.roles.map((role) => ORDER.indexOf(role)), ORDER.length);

const bySurname = (a: Choosable, b: Choosable): number => {
  const surname = ({ fullName }: Choosable) => fullName.trim().split(/\s+/).at(-1) ?? "";
  return surname(a).localeCompare(surname(b), "ru");
};

/** People sorted by role, then by surname. */
export const arrange = (people: readonly Choosable[]): Choosable[] =>
  people.toSorted((a, b) => rankOf(a) - rankOf(b) || bySurname(a, b));

/** A page of people as buttons `pick:<id>`, and buttons to other pages. */
export function peopleButtons(
  turn: Turn,
  dialogueId: string,
  people: readonly Choosable[],
  asked: number,
): Button[][] {
  const { page, shown, rest } = pageOf(people, asked);
  return [
    ...shown.map((person) => [press(caption(turn, person), packStep(dialogueId, "pick", person.id))]),
    pageButtons(turn, page, rest, (to) => packStep(dialogueId, "page", to)),
  ];
}

/** «← Ещё раньше» and «и ещё 5»; empty for a single page. */
export function pageButtons(
  turn: Turn,
  page: number,
  rest: number,
  pack: (page: number) => string,
): Button[] {
  const back = page > 0 ? [press(turn.t("list.previous"), pack(page - 1))] : [];
  return rest > 0 ? [...back, press(turn.t("list.more", { count: rest }), pack(page + 1))] : back;
}
