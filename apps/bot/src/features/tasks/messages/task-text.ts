import type { TaskCard, TaskSummary } from "@stsphera/contracts";
import { dayInWords, formatDay, shortName } from "@stsphera/contracts/format";
import { card, html, type Html, type HtmlValue, joinHtml, line, translator } from "@stsphera/telegram";
import { personsToday } from "../../../engine/days.ts";
import type { Turn } from "../../../engine/turn.ts";
import { timeOf, wordsOf } from "../../../engine/words.ts";

/** «сегодня», «в пятницу, 18 сентября», «просрочено 3 раб. дн.»; null without a deadline. */
export function deadlineText(turn: Turn, task: TaskSummary): string | null {
  if (task.deadline === null) return null;
  if (task.flags.today) return turn.t("day.today_inside");
  const late = task.flags.overdue && task.lateDays > 0 ? task.lateDays : undefined;
  return dayInWords(task.deadline, personsToday(turn), turn.locale, late);
}

export const stateText = (turn: Turn, task: { status: TaskSummary["status"] }): string =>
  translator(turn.locale)(`state.task.${task.status}`);

/** «09:12», or «8 сентября, 16:50» for another day, where the person is. */
export function momentText(turn: Turn, instant: string): string {
  const words = wordsOf(turn);
  const dayOf = (at: Date) =>
    new Intl.DateTimeFormat("sv-SE", { timeZone: words.timeZone, dateStyle: "short" }).format(at);
  const day = dayOf(new Date(instant));
  const time = timeOf(instant, words);
  return day === dayOf(turn.now) ? time : `${formatDay(day, turn.locale)}, ${time}`;
}

const isMine = (turn: Turn, person: { id: number } | null): boolean => person?.id === turn.person().id;

function neededText({ t }: Turn, task: TaskCard): string | null {
  const done = task.checklist.filter((item) => item.done).length;
  const pieces = [
    ...(task.checklist.length === 0 ? [] : [t("task.needs_list", { done, total: task.checklist.length })]),
    ...(task.requiredPhotos === 0 ? [] : [t("task.needs_photos", { count: task.requiredPhotos })]),
  ];
  return pieces.length === 0 ? null : pieces.join(t("task.needs_and"));
}

/** What the newest move says beyond the state: why it was declined, returned or taken off. */
function reasonLine(turn: Turn, task: TaskCard): Html | null {
  const move = task.moves.find(({ undoneAt }) => undoneAt === null);
  if (move === undefined || move.reason === null || move.to !== task.status || task.status === "blocked")
    return null;
  const declined = move.from === "assigned" && move.to === "new";
  const returned = move.from === "review" && move.to === "in_progress";
  const key = declined ? "task.declined" : returned ? "task.returned" : "task.reason";
  return line(turn.t(key), `${shortName(move.by.fullName)}: ${move.reason}`);
}

function blockedLines(turn: Turn, task: TaskCard): (Html | null)[] {
  if (task.status !== "blocked") return [];
  const waitsFor = task.blocker?.user?.fullName;
  return [
    line(turn.t("task.reason"), task.blockedReason),
    line(
      turn.t("task.waits_for"),
      waitsFor === undefined ? (task.blocker?.task?.title ?? null) : shortName(waitsFor),
    ),
  ];
}

function rescheduleLine(turn: Turn, task: TaskCard): Html | null {
  const asked = task.reschedules.find(({ status }) => status === "open");
  if (asked === undefined) return null;
  const { t, locale } = turn;
  const to = formatDay(asked.toDay, locale);
  const dates =
    asked.fromDay === null ? to : t("task.instead_of", { to, from: formatDay(asked.fromDay, locale) });
  return line(t("task.asked_day"), `${dates} · ${shortName(asked.requestedBy.fullName)}: ${asked.reason}`);
}

function stateLine(turn: Turn, task: TaskCard): HtmlValue {
  if (task.status === "assigned") return null;
  const since = turn.t("task.since", { at: momentText(turn, task.statusSince) });
  return line(turn.t("task.state"), html`<b>${stateText(turn, task)}</b> ${since}`);
}

/** A task as it stands. */
export function taskText(turn: Turn, task: TaskCard): string {
  const { t } = turn;
  const deadline = deadlineText(turn, task);
  const urgent = task.priority === "high" || task.priority === "critical";
  return card(t("task.title", { title: task.title }), [
    line(t("task.object"), task.objectName),
    line(t("task.deadline"), deadline === null ? null : html`<b>${deadline}</b>`),
    line(t("task.creator"), isMine(turn, task.creator) ? null : shortName(task.creator.fullName)),
    line(
      t("task.assignee"),
      task.assignee === null || isMine(turn, task.assignee) ? null : shortName(task.assignee.fullName),
    ),
    line(t("task.needs"), neededText(turn, task)),
    urgent ? line(t("task.priority"), t(`task.priority.${task.priority}`)) : null,
    stateLine(turn, task),
    reasonLine(turn, task),
    ...blockedLines(turn, task),
    rescheduleLine(turn, task),
    line(t("task.photos"), task.photoCount === 0 ? null : String(task.photoCount)),
    line(t("task.comments"), task.commentCount === 0 ? null : String(task.commentCount)),
    task.text === null ? null : joinHtml([html`\n${task.text}`]),
  ]);
}
