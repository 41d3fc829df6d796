import { dayInWords, dayWithYear, shortName } from "@stsphera/contracts/format";
import type { RenderedMessage } from "../buttons.ts";
import { fitText, MESSAGE_LIMIT } from "../fit-text.ts";
import { card, html, type HtmlValue, joinHtml, line } from "../html.ts";
import { translator } from "../i18n.ts";
import type { RoleCode } from "./registration-data.ts";
import type { Rendering } from "./rendering.ts";
import { taskButtons, type TaskButtons } from "./task-buttons.ts";

/** What happened to a task; people stand by their full names, as stored. */
export type TaskNews =
  | { readonly kind: "assigned" | "passed_on" | "changed" }
  | { readonly kind: "moved"; readonly by: string | null; readonly reason: string | null }
  | { readonly kind: "submitted"; readonly photos: number }
  | { readonly kind: "returned" | "declined"; readonly by: string | null; readonly reason: string | null }
  | {
      readonly kind: "blocked";
      readonly by: string | null;
      readonly reason: string | null;
      /** Whom or what it waits for, as it is to be read. */
      readonly blocker: string | null;
    }
  | { readonly kind: "commented"; readonly by: string | null; readonly text: string }
  | {
      readonly kind: "reschedule_asked";
      readonly by: string | null;
      /** Days of the object; `from` is null for a task that had no deadline. */
      readonly from: string | null;
      readonly to: string;
      readonly reason: string | null;
    }
  | {
      readonly kind: "reschedule_approved" | "reschedule_refused";
      readonly by: string | null;
      readonly reason: string | null;
    };

/** The card of a task for one person. */
export type TaskNotice = TaskButtons & {
  readonly title: string;
  readonly text: string | null;
  readonly objectName: string;
  /** A day of the object, and its today. */
  readonly deadline: string | null;
  readonly today: string;
  /** Working days past the deadline. */
  readonly lateDays: number;
  readonly creator: string;
  readonly creatorRole: RoleCode | null;
  readonly assignee: string | null;
  readonly requiredPhotos: number;
  readonly checklistItems: number;
  readonly news: TaskNews;
};

/** The living card of a task: what happened, what one has to know to act, and the buttons one may press. */
export function renderTaskCard(task: TaskNotice, { locale }: Rendering): RenderedMessage {
  const text = fitText(card(titleOf(task, locale), linesOf(task, locale)), MESSAGE_LIMIT);
  const quiet = task.news.kind === "returned" || task.news.kind === "passed_on";
  const shown = quiet ? { ...task, status: "done" as const } : task;
  return { text, buttons: taskButtons(shown, locale) };
}

type Locale = Rendering["locale"];

function titleOf({ news, title, status, ...task }: TaskNotice, locale: Locale): string {
  const t = translator(locale);
  switch (news.kind) {
    case "assigned":
    case "changed":
    case "commented":
      return t("task.title", { title });
    case "moved":
      return t("task.title_state", { state: t(`state.task.${status}`), title });
    case "reschedule_asked": {
      const to = dayWithYear(news.to, task.today, locale);
      if (news.from === null) return t("task.title_asked_first", { to });
      return t("task.title_asked", { to, from: dayWithYear(news.from, task.today, locale) });
    }
    default:
      return t(`task.title_${news.kind}`, { title });
  }
}

function linesOf(task: TaskNotice, locale: Locale): HtmlValue[] {
  const t = translator(locale);
  const { news } = task;
  switch (news.kind) {
    case "assigned":
    case "changed":
      return factsOf(task, locale);
    case "passed_on":
      return [line(t("task.assignee"), surname(task.assignee))];
    case "submitted":
      return [line(t("task.assignee"), submittedBy(task, news.photos, locale))];
    case "returned":
    case "declined":
      return [says(news.by, news.reason)];
    case "blocked":
      return [says(news.by, news.reason), line(t("task.blocker"), news.blocker)];
    case "commented":
      return [says(news.by, news.text), line(t("task.object"), task.objectName), deadlineOf(task, locale)];
    case "moved":
      return [line(t("task.object"), task.objectName), movedBy(task, news, locale)];
    case "reschedule_asked":
      return [task.title, says(news.by, news.reason)];
    case "reschedule_approved":
    case "reschedule_refused":
      return [deadlineOf(task, locale), says(news.by, news.reason)];
  }
}

function factsOf(task: TaskNotice, locale: Locale): HtmlValue[] {
  const t = translator(locale);
  const role = task.creatorRole === null ? null : t(`role_short.${task.creatorRole}`);
  return [
    line(t("task.object"), task.objectName),
    deadlineOf(task, locale),
    line(t("task.creator"), joinHtml([surname(task.creator), role], ", ")),
    line(t("task.requires"), requiresOf(task, locale)),
    task.text === null ? null : html`\n${task.text}`,
  ];
}

function requiresOf({ requiredPhotos, checklistItems }: TaskNotice, locale: Locale): HtmlValue {
  const t = translator(locale);
  const and = t("task.requires_and");
  return joinHtml(
    [
      checklistItems > 0 ? t("task.requires_items", { count: checklistItems }) : null,
      requiredPhotos > 0 ? t("task.requires_photos", { count: requiredPhotos }) : null,
    ],
    and,
  );
}

function movedBy(task: TaskNotice, { by, reason }: TaskNews & { kind: "moved" }, locale: Locale): HtmlValue {
  if (reason !== null) return says(by, reason);
  const t = translator(locale);
  if (task.status === "done") return line(t("task.accepted_by"), surname(by));
  return line(t("task.assignee"), surname(task.assignee));
}

function submittedBy(task: TaskNotice, photos: number, locale: Locale): HtmlValue {
  const count = photos > 0 ? translator(locale)("task.photos", { count: photos }) : null;
  return joinHtml([surname(task.assignee), count], " · ");
}

function deadlineOf(task: TaskNotice, locale: Locale): HtmlValue {
  if (task.deadline === null) return null;
  return line(
    translator(locale)("task.deadline"),
    html`<b>${dayInWords(task.deadline, task.today, locale, task.lateDays)}</b>`,
  );
}

const surname = (name: string | null): string | null => (name === null ? null : shortName(name));

/** «Климова: шов не заполнен»; the words alone when nobody said them. */
function says(by: string | null, words: string | null): HtmlValue {
  return joinHtml([surname(by), words], ": ");
}
