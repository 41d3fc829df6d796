import type { UserCard, UserPage } from "@stsphera/contracts";
import { ROLE_CODES } from "@stsphera/rbac";
import { maskPhone } from "@stsphera/core/cards/people";
import { card, html, line, type RenderedMessage, translator } from "@stsphera/telegram";
import { menuButton, press, rows } from "../../../engine/buttons.ts";
import { pageButtons, pageOf } from "../../../engine/people-chooser.ts";
import type { Turn } from "../../../engine/turn.ts";
import { type AdminPress, packAdmin } from "./callback-data.ts";

const HALF_ROW = 24;
/** People that one list holds at most. */
export const MAX_PEOPLE = 200;
type Listed = UserPage["items"][number];

const homeButton = ({ t }: Turn) => press(t("button.back"), packAdmin({ action: "home" }));

export function homeMessage(turn: Turn, waiting: string): RenderedMessage {
  const { t } = turn;
  return {
    text: card(t("admin.title"), [line(t("admin.waiting"), html`<b>${waiting}</b>`)]),
    buttons: [
      [press(t("admin.waiting_list", { number: waiting }), packAdmin({ action: "waiting", page: 0 }))],
      [
        press(t("admin.people"), packAdmin({ action: "people", page: 0 })),
        press(t("admin.search"), packAdmin({ action: "search" })),
      ],
      [menuButton(t)],
    ],
  };
}

const roleOf = (turn: Turn, person: Listed): string | null =>
  person.role === null ? null : translator(turn.locale)(`role.${person.role}`);

const stateOf = (turn: Turn, person: { status: Listed["status"] }): string =>
  translator(turn.locale)(`state.person.${person.status}`);

/** People as buttons, seven per page. */
export function listMessage(
  turn: Turn,
  people: UserPage,
  list: "waiting" | "people" | "found",
  asked: number,
): RenderedMessage {
  const { t } = turn;
  const { page, shown, rest } = pageOf(people.items, asked);
  const lines = shown.map((person) => {
    const state = person.status === "active" ? null : stateOf(turn, person).toLocaleLowerCase();
    return line(person.fullName, [roleOf(turn, person), state].filter((part) => part !== null).join(" · "));
  });
  const narrow = list === "found" && rest > 0 ? t("admin.narrow", { count: rest }) : null;
  return {
    text: card(t(`admin.${list}_title`), shown.length === 0 ? [t("admin.nobody")] : [...lines, narrow]),
    buttons: [
      ...shown.map((person) => [press(person.fullName, packAdmin({ action: "person", userId: person.id }))]),
      list === "found" ? [] : pageButtons(turn, page, rest, (to) => packAdmin({ action: list, page: to })),
      [homeButton(turn)],
    ],
  };
}

/** A current or former employee: the role and whether access is open. */
export function personMessage(turn: Turn, person: UserCard): RenderedMessage {
  const { t } = turn;
  const { id: userId, version, can } = person;
  const change = (
    action: Extract<AdminPress, { version: number }>["action"] & ("roles" | "deactivate" | "reactivate"),
  ) => press(t(`admin.${action}`), packAdmin({ action, userId, version }));
  return {
    text: card(t("admin.person", { name: person.fullName }), [
      line(t("start.pending.role"), roleOf(turn, { ...person })),
      line(t("admin.state"), html`<b>${stateOf(turn, person)}</b>`),
      line(t("admin.phone"), person.phone === null ? null : maskPhone(person.phone)),
      line(t("admin.telegram"), person.username === null ? null : `@${person.username}`),
    ]),
    buttons: [
      can.changeRole ? [change("roles")] : [],
      can.actions.includes("deactivate") ? [change("deactivate")] : [],
      can.actions.includes("reactivate") ? [change("reactivate")] : [],
      [homeButton(turn)],
    ],
  };
}

/** Every role except the current one. */
export function rolesMessage(turn: Turn, person: UserCard): RenderedMessage {
  const caption = translator(turn.locale);
  const { id: userId, version } = person;
  const buttons = ROLE_CODES.filter((role) => role !== person.role).map((role) =>
    press(caption(`role.${role}`), packAdmin({ action: "role", userId, version, role }), HALF_ROW),
  );
  return {
    text: card(turn.t("admin.person", { name: person.fullName }), [turn.t("people.choose_role")]),
    buttons: [...rows(buttons, 2), [press(turn.t("button.back"), packAdmin({ action: "person", userId }))]],
  };
}
