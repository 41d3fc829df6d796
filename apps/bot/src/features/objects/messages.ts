import type { ObjectCard, ObjectPage, ObjectSummary } from "@stsphera/contracts";
import { dayWithYear, formatPercent } from "@stsphera/contracts/format";
import { can } from "@stsphera/rbac";
import {
  type Button,
  card,
  html,
  type Html,
  joinHtml,
  line,
  miniAppUrl,
  progressBar,
  type RenderedMessage,
  translator,
} from "@stsphera/telegram";
import { appButton, commandButton, menuButton, press } from "../../engine/buttons.ts";
import { personsToday } from "../../engine/days.ts";
import { listCard, numberOf } from "../../engine/list-card.ts";
import { pageButtons, pageOf } from "../../engine/people-chooser.ts";
import { packMenu } from "../../engine/menu-data.ts";
import type { Turn } from "../../engine/turn.ts";
import { packObject } from "../../engine/object-data.ts";

const stateOf = (turn: Turn, object: { status: ObjectSummary["status"] }): string =>
  translator(turn.locale)(`state.object.${object.status}`);

function row(turn: Turn, object: ObjectSummary): Html {
  const { locale, t } = turn;
  const today = personsToday(turn);
  const facts = [
    stateOf(turn, object).toLocaleLowerCase(),
    object.progressPct === null ? null : formatPercent(object.progressPct, 0, locale),
    object.deadline === null
      ? null
      : t("objects.until", { day: dayWithYear(object.deadline, today, locale) }),
  ];
  return joinHtml([html`<b>${object.name}</b>`, joinHtml(facts, " · ")]);
}

const newObjectButton = (turn: Turn): Button[] =>
  can(turn.person(), "object.create") ? [commandButton(turn.t("objects.new"), "newobject")] : [];

/** A page of the objects the user may see. */
export function objectsMessage(turn: Turn, objects: ObjectPage, page: number): RenderedMessage {
  const { t } = turn;
  return listCard(turn, {
    items: objects.items,
    page,
    title: t("objects.title", { number: numberOf(objects) }),
    row: (object) => row(turn, object),
    open: ({ id, name }) => [press(name, packObject({ action: "card", objectId: id }))],
    turnTo: (to) => packObject({ action: "list", page: to }),
    empty: [t("menu.no_object.title"), t("menu.no_object.text")],
    lastRow: [...newObjectButton(turn), menuButton(t)],
  });
}

/** Looking at an object changes nothing: which one the menu works with is chosen here. */
const workHere = (turn: Turn, { id: objectId, myRoles }: ObjectCard): Button[] =>
  myRoles.length === 0 || turn.memory().objectId === objectId
    ? []
    : [press(turn.t("objects.work_here"), packMenu({ action: "object", objectId }))];

/** One object: its address, status and possible actions. */
export function objectMessage(turn: Turn, object: ObjectCard): RenderedMessage {
  const { t, locale, services } = turn;
  const caption = translator(locale);
  const roles = object.myRoles.map((role) => caption(`role.${role}`)).join(", ");
  const place = [object.city, object.address].filter((part) => part !== "").join(", ");
  const pct = object.progressPct;
  const url = miniAppUrl(services.publicUrl, { kind: "object", id: object.id });
  const setsTasks = can(turn.person(), "task.create", { objectId: object.id });
  return {
    text: card(t("objects.card", { object: object.name }), [
      line(t("objects.status"), html`<b>${stateOf(turn, object)}</b>`),
      pct === null ? null : html`${progressBar(pct)} <b>${formatPercent(pct, 0, locale)}</b>`,
      line(t("objects.place"), place),
      line(t("objects.customer"), object.customer),
      line(
        t("objects.deadline"),
        object.deadline === null ? null : dayWithYear(object.deadline, object.today, locale),
      ),
      line(t("objects.my_roles"), roles),
    ]),
    buttons: [
      [
        press(
          t("objects.team", { count: object.team.length }),
          packObject({ action: "team", objectId: object.id, page: 0 }),
        ),
        ...(setsTasks ? [commandButton(t("objects.new_task"), "newtask")] : []),
      ],
      workHere(turn, object),
      appButton(t("button.open_app"), url, services),
      [press(t("button.back"), packObject({ action: "list", page: 0 }))],
    ],
  };
}

/** The team of the object: managers open every member, others themselves. */
export function teamMessage(turn: Turn, object: ObjectCard, asked: number): RenderedMessage {
  const { t, locale } = turn;
  const caption = translator(locale);
  const { id: objectId, team } = object;
  const { page, shown, rest } = pageOf(team, asked);
  const may = (permission: "object.team" | "object.invite" | "delegation.object") =>
    can(turn.person(), permission, { objectId });
  return {
    text: card(
      t("team.title", { object: object.name }),
      shown.map(({ fullName, roles }) =>
        line(fullName, roles.map((role) => caption(`role.${role}`)).join(", ")),
      ),
    ),
    buttons: [
      ...shown
        .filter(({ userId }) => may("delegation.object") || may("object.team") || userId === turn.person().id)
        .map(({ userId, fullName }) => [press(fullName, packObject({ action: "member", objectId, userId }))]),
      pageButtons(turn, page, rest, (to) => packObject({ action: "team", objectId, page: to })),
      may("object.team") ? [press(t("ask.team.add.send"), packObject({ action: "add", objectId }))] : [],
      ...(may("object.invite")
        ? [
            [press(t("team.invite"), packObject({ action: "invite", objectId }))],
            [press(t("team.links"), packObject({ action: "links", objectId, page: 0 }))],
          ]
        : []),
      [press(t("button.back"), packObject({ action: "card", objectId }))],
    ],
  };
}
