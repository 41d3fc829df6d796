import type { FactForm, ObjectDashboard } from "@stsphera/contracts";
import { readerCount } from "@stsphera/contracts/facts/reader-count";
import { dayWithYear, formatPercent, formatPoints } from "@stsphera/contracts/format";
import { can } from "@stsphera/rbac";
import {
  type Button,
  card,
  html,
  type Html,
  joinHtml,
  line,
  miniAppUrl,
  parseDeepLink,
  progressBar,
  type RenderedMessage,
  translator,
} from "@stsphera/telegram";
import { appButton, commandButton, menuButton, press } from "../../engine/buttons.ts";
import { closeButton, idleButton } from "../../engine/shift-buttons.ts";
import { personsToday } from "../../engine/days.ts";
import type { Turn } from "../../engine/turn.ts";
import { packMenu } from "../../engine/menu-data.ts";
import { countOf, type Waiting, waitingButton, waitingText } from "../../engine/waiting.ts";
import type { MyTasks } from "./my-tasks.ts";

/** «▓▓▓▓▓▓░░░░ 59% при плане 73%»; null where nothing is planned. */
export function progressLine(turn: Turn, pct: string | null, plannedPct: string | null): Html | null {
  if (pct === null) return null;
  const fact = html`${progressBar(pct)} <b>${formatPercent(pct, 0, turn.locale)}</b>`;
  if (plannedPct === null) return fact;
  const plan = formatPercent(plannedPct, 0, turn.locale).replace("%", "");
  return html`${fact} ${turn.t("menu.object.at_plan", { plan })}`;
}

function forecastLine(turn: Turn, dashboard: ObjectDashboard): Html | null {
  const { t, locale } = turn;
  const { forecast, object } = dashboard;
  const say = (day: string) => dayWithYear(day, object.today, locale);
  const deadline = object.deadline === null ? null : say(object.deadline);
  if (forecast === undefined || !("date" in forecast)) return line(t("menu.object.only_deadline"), deadline);
  const until = deadline === null ? null : t("menu.object.deadline", { deadline });
  const dated = joinHtml([html`<b>${say(forecast.date)}</b>`, until], ", ");
  const mark = forecast.provisional ? t("menu.object.provisional") : null;
  return line(t("menu.object.forecast"), joinHtml([dated, mark], " · "));
}

function shiftLine(turn: Turn, { today }: ObjectDashboard): Html | null {
  if (today.entries === 0) return null;
  const points =
    today.points === null
      ? null
      : turn.t("menu.object.points", { points: formatPoints(today.points, turn.locale) });
  return line(
    turn.t("menu.object.today"),
    joinHtml([turn.t("menu.object.entries", { count: today.entries }), points], " · "),
  );
}

function overdueLine({ t }: Turn, { tasks }: ObjectDashboard): Html | null {
  const count = tasks?.overdue ?? 0;
  return line(t("menu.overdue"), count === 0 ? null : t("menu.overdue_tasks", { count }));
}

/** «Просрочено · 6»: the overdue tasks of the object in the app. */
export function overdueButton(
  { t, services }: Turn,
  { tasks, object }: { object: { id: number }; tasks?: { overdue: number } | undefined },
): Button[] {
  const count = tasks?.overdue ?? 0;
  if (count === 0) return [];
  const link = { kind: "object", id: object.id, section: "tasks", state: "overdue" } as const;
  return appButton(t("menu.overdue.button", { count }), miniAppUrl(services.publicUrl, link), services);
}

/** «Почему»: what the forecast is made of; not for observers, who are shown none. */
const whyButton = ({ t }: Turn, { forecast, object, facades }: ObjectDashboard): Button[] =>
  forecast === undefined || facades.length === 0
    ? []
    : [press(t("menu.why.button"), packMenu({ action: "why", objectId: object.id }))];

/** What waits for the user on all objects; the line says so where others than this object are among them. */
function waitingLine(turn: Turn, objectId: number, waiting: Waiting): Html | null {
  const text = waitingText(turn, waiting);
  const beyond = waiting.more || waiting.items.some((item) => item.objectId !== objectId);
  const label = turn.t(beyond ? "menu.object.waiting_everywhere" : "menu.object.waiting");
  return line(label, text === null ? null : html`<b>${text}</b>`);
}

/** Status of an object; `waiting` are the user's decisions on all objects. */
export function objectText(turn: Turn, dashboard: ObjectDashboard, waiting: Waiting): string {
  const { t, locale } = turn;
  const { object, progress } = dashboard;
  const caption = translator(locale)(`state.object.${object.status}`);
  return card(t("menu.object.title", { object: object.name }), [
    object.status === "active" ? null : line(t("menu.object.status"), caption),
    progressLine(turn, progress.pct, progress.plannedPct),
    forecastLine(turn, dashboard),
    shiftLine(turn, dashboard),
    waitingLine(turn, object.id, waiting),
    overdueLine(turn, dashboard),
  ]);
}

/** «4, одна на сегодня»; null without tasks. */
function tasksText({ t }: Turn, tasks: MyTasks | null): string | null {
  if (tasks === null || tasks.open === 0) return null;
  if (tasks.today === 0) return String(tasks.open);
  const today =
    tasks.today === 1 ? t("menu.tasks.one_today") : t("menu.tasks.some_today", { count: tasks.today });
  return `${tasks.open}, ${today}`;
}

/** «Задачи · 4»: button to the list, for users with tasks. */
const tasksButton = ({ t }: Turn, tasks: MyTasks | null): Button[] =>
  tasks === null || tasks.open === 0
    ? []
    : [commandButton(t("menu.tasks.button", { count: tasks.open }), "tasks")];

const newTaskButton = (turn: Turn, objectId: number): Button[] =>
  can(turn.person(), "task.create", { objectId })
    ? [commandButton(turn.t("objects.new_task"), "newtask")]
    : [];

/** The user's own tasks and decisions. */
export type Mine = { tasks: MyTasks | null; waiting: Waiting };

export type ObjectChoice = { objectId: number; several: boolean; entersFacts: boolean };

const otherObject = (turn: Turn, { several }: ObjectChoice): Button[] =>
  several ? [press(turn.t("menu.other_object"), packMenu({ action: "pick" }))] : [];

const openObject = ({ services, t }: Turn, objectId: number): Button[] =>
  appButton(t("button.open_app"), miniAppUrl(services.publicUrl, { kind: "object", id: objectId }), services);

/** «Подтвердить факт · 4»: the oldest day of the object with entries that wait for the user, and their number. */
function confirmButton(turn: Turn, objectId: number, { items }: Waiting): Button[] {
  const { t, services } = turn;
  const [first, ...later] = items.filter((item) => item.kind === "fact_days" && item.objectId === objectId);
  const link = parseDeepLink(first?.deepLink ?? "");
  if (first === undefined || link === null) return [];
  const count = countOf([first]);
  const caption =
    later.length === 0 || first.due === null
      ? t("menu.object.confirm", { count })
      : t("menu.object.confirm_day", { count, day: dayWithYear(first.due, personsToday(turn), turn.locale) });
  return appButton(caption, miniAppUrl(services.publicUrl, link), services);
}

/** Menu of users who manage an object: its status and what waits for them. */
export function managerMenu(
  turn: Turn,
  dashboard: ObjectDashboard,
  choice: ObjectChoice,
  { tasks, waiting }: Mine,
): RenderedMessage {
  const { t } = turn;
  return {
    text: objectText(turn, dashboard, waiting),
    buttons: [
      waitingButton(turn, waiting),
      confirmButton(turn, choice.objectId, waiting),
      [
        ...(choice.entersFacts ? [commandButton(t("button.enter_fact"), "fact")] : []),
        ...tasksButton(turn, tasks),
      ],
      [...whyButton(turn, dashboard), ...overdueButton(turn, dashboard)],
      newTaskButton(turn, choice.objectId),
      otherObject(turn, choice),
      openObject(turn, choice.objectId),
    ],
  };
}

/** Summary of one object. */
export function objectSummary(
  turn: Turn,
  dashboard: ObjectDashboard,
  choice: ObjectChoice,
  waiting: Waiting,
): RenderedMessage {
  return {
    text: objectText(turn, dashboard, waiting),
    buttons: [
      waitingButton(turn, waiting),
      [...whyButton(turn, dashboard), ...overdueButton(turn, dashboard)],
      openObject(turn, choice.objectId),
      otherObject(turn, choice),
    ],
  };
}

/** Menu of users who enter facts: the current shift. */
export function foremanMenu(
  turn: Turn,
  form: FactForm,
  choice: ObjectChoice,
  { tasks, waiting }: Mine,
): RenderedMessage {
  const { t, locale } = turn;
  const count = readerCount(form);
  const entered = form.dayOff
    ? t("menu.foreman.day_off", { done: count.entered })
    : t("menu.foreman.of_total", { done: count.entered, count: count.total });
  const date = dayWithYear(form.date, form.today, locale, "weekday");
  const at = { objectId: form.object.id, day: form.date, shift: form.shift };
  return {
    text: card(t("menu.foreman.title", { object: form.object.name, date }), [
      html`${t("menu.foreman.entered")}  <b>${entered}</b>`,
      line(t("menu.tasks"), tasksText(turn, tasks)),
      waitingLine(turn, form.object.id, waiting),
    ]),
    buttons: [
      [commandButton(t("button.enter_fact"), "fact")],
      [...tasksButton(turn, tasks), commandButton(t("menu.foreman.photo"), "photo")],
      [idleButton(turn, at), ...closeButton(turn, at)],
      waitingButton(turn, waiting),
      otherObject(turn, choice),
      openObject(turn, choice.objectId),
    ],
  };
}

export function noObject({ t, services }: Turn): RenderedMessage {
  return {
    text: card(t("menu.no_object.title"), [t("menu.no_object.text")]),
    buttons: [appButton(t("button.open_app"), services.publicUrl, services)],
  };
}

export function pickObject(turn: Turn, objects: readonly { id: number; name: string }[]): RenderedMessage {
  return {
    text: card(turn.t("menu.pick_object"), []),
    buttons: [
      ...objects.map((object) => [press(object.name, packMenu({ action: "object", objectId: object.id }))]),
      [menuButton(turn.t)],
    ],
  };
}
