import type { TaskCard } from "@stsphera/contracts";
import { dayWithYear, shortName } from "@stsphera/contracts/format";
import { html, type HtmlValue, joinHtml, line } from "@stsphera/telegram";
import { deadlineLine, priorityLine } from "./news-lines.ts";
import { localDay, momentText } from "../../../kernel/index.ts";
import { doerOf, stateText, surname, type TaskView, taskWords } from "./task-view.ts";

/** The complete task; what the reader knows of themselves is omitted. */
export function cardLines(task: TaskCard, view: TaskView): HtmlValue[] {
  const t = taskWords(view.locale);
  const other = (person: TaskCard["assignee"]) =>
    person?.id === view.readerId ? null : surname(person?.fullName);
  return [
    line(t("object"), task.objectName),
    deadlineLine(task, view),
    ladderLine(task, view),
    line(t("creator"), other(task.creator)),
    line(t("assignee"), other(task.assignee)),
    line(t("requires"), requiresText(task, view)),
    priorityLine(task, view),
    stateLine(task, view),
    reasonLine(task, view),
    ...blockedLines(task, view),
    rescheduleLine(task, view),
    line(t("photos"), task.photoCount === 0 ? null : String(task.photoCount)),
    line(t("comments"), task.commentCount === 0 ? null : String(task.commentCount)),
    task.text === null ? null : html`\n${task.text}`,
  ];
}

function requiresText({ checklist, requiredPhotos }: TaskCard, { locale }: TaskView): HtmlValue {
  const t = taskWords(locale);
  const done = checklist.filter((item) => item.done).length;
  const list = checklist.length === 0 ? null : t("requires_list", { done, total: checklist.length });
  const photos = requiredPhotos === 0 ? null : t("requires_photos", { count: requiredPhotos });
  return joinHtml([list, photos], t("and"));
}

/** «Кому сказано  исполнителю 9 сентября · дальше РП и автору 11 сентября». */
function ladderLine({ ladder }: TaskCard, view: TaskView): HtmlValue {
  if (ladder === null || ladder === undefined) return null;
  const { today, locale, timeZone } = view;
  const t = taskWords(locale);
  const say = (day: string) => dayWithYear(day, today, locale);
  const told = ladder.told.map(
    ({ level, at }) => `${t(`ladder_${level}`)} ${say(localDay(new Date(at), timeZone))}`,
  );
  const next =
    ladder.next === null
      ? null
      : t("ladder_next", { whom: t(`ladder_${ladder.next.level}`), day: say(ladder.next.day) });
  return line(t("ladder"), joinHtml([told.length === 0 ? null : told.join(", "), next], " · "));
}

function stateLine(task: TaskCard, view: TaskView): HtmlValue {
  if (task.status === "assigned") return null;
  const t = taskWords(view.locale);
  const since = t("since", { at: momentText(task.statusSince, view) });
  return line(t("state"), html`<b>${stateText(task, view)}</b> ${since}`);
}

/** The reason given with the newest move: why it was declined, returned or cancelled. */
function reasonLine({ moves, status }: TaskCard, { locale }: TaskView): HtmlValue {
  const move = moves.find(({ undoneAt }) => undoneAt === null);
  if (move === undefined || move.reason === null || move.to !== status || status === "blocked") return null;
  const t = taskWords(locale);
  const label = move.move === "decline" ? "declined" : move.move === "return" ? "returned" : "reason";
  const by = { by: move.by.fullName, behalf: move.onBehalfOf?.fullName ?? null };
  return line(t(label), `${doerOf(by, { locale })}: ${move.reason}`);
}

function blockedLines({ status, blockedReason, blocker }: TaskCard, { locale }: TaskView): HtmlValue[] {
  if (status !== "blocked") return [];
  const t = taskWords(locale);
  const waitsFor = surname(blocker?.user?.fullName) ?? blocker?.task?.title ?? null;
  return [line(t("reason"), blockedReason), line(t("waits_for"), waitsFor)];
}

function rescheduleLine({ reschedules }: TaskCard, { today, locale }: TaskView): HtmlValue {
  const asked = reschedules.find(({ status }) => status === "open");
  if (asked === undefined) return null;
  const t = taskWords(locale);
  const say = (day: string) => dayWithYear(day, today, locale);
  const to = say(asked.toDay);
  const dates = asked.fromDay === null ? to : t("instead_of", { to, from: say(asked.fromDay) });
  return line(t("asked_day"), `${dates} · ${shortName(asked.requestedBy.fullName)}: ${asked.reason}`);
}
