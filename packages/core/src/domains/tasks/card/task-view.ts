import type { TaskCard, TaskSummary } from "@stsphera/contracts";
import { dayInWords, doerName, oneLine, shortName } from "@stsphera/contracts/format";
import type { EscalationLevel } from "@stsphera/contracts/vocabulary";
import type { Role } from "@stsphera/rbac";
import {
  type CardView,
  createTranslators,
  type Html,
  html,
  type HtmlValue,
  joinHtml,
  translator,
} from "@stsphera/telegram";
import { taskEn } from "./locales/en.ts";
import { taskRu } from "./locales/ru.ts";

/** By whom, and whom they stood in for. */
export type By = { readonly by: string | null; readonly behalf?: string | null };
type SaidBy = By & { readonly reason: string | null };

type Earlier = { readonly authorId: number; readonly by: string; readonly text: string };

/** What happened to a task; users by their full names, as stored. */
export type TaskNews =
  | { readonly kind: "assigned" | "changed"; readonly creatorRole: Role | null }
  | { readonly kind: "passed_on" }
  | ({ readonly kind: "moved" | "returned" | "declined" } & SaidBy)
  | ({ readonly kind: "reschedule_approved" | "reschedule_refused" } & SaidBy)
  | { readonly kind: "submitted"; readonly photos: number }
  /** `blocker`: the blocking user or task, as text. */
  | ({ readonly kind: "blocked"; readonly blocker: string | null } & SaidBy)
  /** `earlier`: comments of the day before it, oldest first. */
  | ({ readonly kind: "commented"; readonly text: string; readonly earlier: readonly Earlier[] } & By)
  /** A reminder of the deadline. */
  | { readonly kind: "due" }
  /** `lateDays`: working days of the assignee. */
  | { readonly kind: "late"; readonly level: EscalationLevel; readonly lateDays: number }
  /** Days of the object; `from` is null for a task without a deadline. */
  | ({ readonly kind: "reschedule_asked"; readonly from: string | null; readonly to: string } & SaidBy);

/** The reader of a task's card, and the news. */
export type TaskView = CardView<TaskNews>;

/** Texts of a task's card. */
export const taskWords = createTranslators(taskRu, taskEn);

export const surname = (name: string | null | undefined): string | null =>
  name === null || name === undefined ? null : shortName(name);

/** «Климова», «Климова (по замещению: Дёмин)»; null without a name. */
export const doerOf = ({ by: name, behalf }: By, { locale }: Pick<TaskView, "locale">): string | null =>
  name === null ? null : doerName({ name, behalf }, locale);

/** «Климова: шов не заполнен»; without a name only the text. */
export const quoteOf = (by: By, words: string | null, view: Pick<TaskView, "locale">): HtmlValue =>
  joinHtml([doerOf(by, view), words === null ? null : oneLine(words)], ": ");

export const stateText = (
  { status }: Pick<TaskCard, "status">,
  { locale }: Pick<TaskView, "locale">,
): string => translator(locale)(`state.task.${status}`);

/** «сегодня», «в пятницу, 18 сентября», «просрочено 3 раб. дн.»; null without a deadline. */
export function deadlineText(
  task: TaskSummary,
  { today, locale }: Pick<TaskView, "today" | "locale">,
): string | null {
  const { deadline, flags, lateDays } = task;
  return deadline === null ? null : dayInWords(deadline, flags.today ? deadline : today, locale, lateDays);
}

/** A task in a list. */
export function taskRow(task: TaskSummary, view: TaskView): Html {
  const facts = [deadlineText(task, view), task.objectName, stateText(task, view).toLocaleLowerCase()];
  return joinHtml([html`<b>${oneLine(task.title)}</b>`, joinHtml(facts, " · ")]);
}

/** Who is late with a task: its assignee, or, while it stands, who is named to help. */
export const holderOf = ({ status, blocker, assignee }: TaskCard): TaskCard["assignee"] =>
  (status === "blocked" ? blocker?.user : null) ?? assignee;
