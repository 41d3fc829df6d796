import type { TaskCard } from "@stsphera/contracts";
import { oneLine } from "@stsphera/contracts/format";
import { type HtmlValue, joinHtml, line } from "@stsphera/telegram";
import { surname, type TaskNews, type TaskView, taskWords } from "./task-view.ts";

type Late = Extract<TaskNews, { kind: "late" }>;

/** Working days between the first level and that at which the project manager is told. */
const UNTIL_MANAGER = 2;

/** What a late task says: to its assignee what to do, to others who is late. */
export function lateLines(task: TaskCard, { level }: Late, view: TaskView): HtmlValue[] {
  const t = taskWords(view.locale);
  const { title, objectName, assignee, creator } = task;
  if (assignee?.id !== view.readerId)
    return [oneLine(title), line(t("object"), objectName), line(t("assignee"), surname(assignee?.fullName))];
  const author =
    creator.id === view.readerId ? null : t("late_author", { name: surname(creator.fullName) ?? "" });
  const next = level === 1 ? t("late_act", { count: UNTIL_MANAGER }) : t("late_known");
  return [oneLine(title), joinHtml([objectName, author], " · "), "", next];
}
