import type { TaskCard } from "@stsphera/contracts";
import { dayWithYear, oneLine } from "@stsphera/contracts/format";
import { html, type HtmlValue, joinHtml, line, translator } from "@stsphera/telegram";
import { lateLines } from "./late-lines.ts";
import {
  type By,
  deadlineText,
  doerOf,
  quoteOf,
  stateText,
  surname,
  type TaskNews,
  type TaskView,
  taskWords,
} from "./task-view.ts";

/** Title of a notification: what happened. */
export function newsTitle(task: TaskCard, news: TaskNews, view: TaskView): string {
  const t = taskWords(view.locale);
  const { title } = task;
  switch (news.kind) {
    case "assigned":
    case "changed":
    case "commented":
      return t("title", { title });
    case "moved":
      return t("title_state", { state: stateText(task, view), title });
    case "due":
      return t("title_due", { title });
    case "late":
      // As lists and the task itself count it, now.
      return t("title_late", { count: task.lateDays === 0 ? news.lateDays : task.lateDays });
    case "reschedule_asked": {
      const to = dayWithYear(news.to, view.today, view.locale);
      if (news.from === null) return t("title_asked_first", { to });
      return t("title_asked", { to, from: dayWithYear(news.from, view.today, view.locale) });
    }
    default:
      return t(`title_${news.kind}`, { title });
  }
}

/** Details of the news needed to act. */
export function newsLines(task: TaskCard, news: TaskNews, view: TaskView): HtmlValue[] {
  const t = taskWords(view.locale);
  const object = line(t("object"), task.objectName);
  switch (news.kind) {
    case "assigned":
    case "changed":
      return [
        object,
        deadlineLine(task, view),
        line(
          t("creator"),
          joinHtml([surname(task.creator.fullName), shortRole(news.creatorRole, view)], ", "),
        ),
        line(t("requires"), requiresText(task, view)),
        priorityLine(task, view),
        task.text === null ? null : html`\n${task.text}`,
      ];
    case "passed_on":
      return [line(t("assignee"), surname(task.assignee?.fullName))];
    case "submitted": {
      const photos = news.photos > 0 ? t("with_photos", { count: news.photos }) : null;
      return [line(t("assignee"), joinHtml([surname(task.assignee?.fullName), photos], " · "))];
    }
    case "returned":
    case "declined":
      return [quoteOf(news, news.reason, view)];
    case "blocked":
      return [quoteOf(news, news.reason, view), line(t("blocker"), news.blocker)];
    case "commented":
      return [...spoken(news, view), object, deadlineLine(task, view)];
    case "due":
      return [deadlineLine(task, view), object];
    case "late":
      return lateLines(task, news, view);
    case "moved":
      return [object, movedLine(task, news, view)];
    case "reschedule_asked":
      return [oneLine(task.title), quoteOf(news, news.reason, view)];
    case "reschedule_approved":
    case "reschedule_refused":
      return [deadlineLine(task, view), quoteOf(news, news.reason, view)];
  }
}

const MAX_QUOTED = 3;

/** The new comment under those that came just before it, so that one card loses no words; up to the reader's own. */
function spoken(news: TaskNews & { kind: "commented" }, view: TaskView): HtmlValue[] {
  const since = news.earlier.slice(
    news.earlier.findLastIndex(({ authorId }) => authorId === view.readerId) + 1,
  );
  const shown = since.slice(-MAX_QUOTED);
  const more = since.length - shown.length;
  return [
    more > 0 ? taskWords(view.locale)("comments_above", { count: more }) : null,
    ...shown.map(({ by, text }) => quoteOf({ by }, text, view)),
    quoteOf(news, news.text, view),
  ];
}

const shortRole = (
  role: (TaskNews & { kind: "assigned" })["creatorRole"],
  { locale }: TaskView,
): string | null => (role === null ? null : translator(locale)(`role_short.${role}`));

export function deadlineLine(task: TaskCard, view: TaskView): HtmlValue {
  const deadline = deadlineText(task, view);
  return line(taskWords(view.locale)("deadline"), deadline === null ? null : html`<b>${deadline}</b>`);
}

/** Only what differs from the usual. */
export function priorityLine({ priority }: TaskCard, { locale }: TaskView): HtmlValue {
  const t = taskWords(locale);
  return priority === "high" || priority === "critical"
    ? line(t("priority"), html`<b>${t(`priority.${priority}`)}</b>`)
    : null;
}

function requiresText({ requiredPhotos, checklist }: TaskCard, { locale }: TaskView): HtmlValue {
  const t = taskWords(locale);
  const items = checklist.length > 0 ? t("requires_items", { count: checklist.length }) : null;
  const photos = requiredPhotos > 0 ? t("requires_photos", { count: requiredPhotos }) : null;
  return joinHtml([items, photos], t("and"));
}

type SaidBy = By & { reason: string | null };

function movedLine(task: TaskCard, said: SaidBy, view: TaskView): HtmlValue {
  const t = taskWords(view.locale);
  if (said.reason !== null) return quoteOf(said, said.reason, view);
  if (task.status === "done") return line(t("accepted_by"), doerOf(said, view));
  return line(t("assignee"), surname(task.assignee?.fullName));
}
