import type { TaskCard } from "@stsphera/contracts";
import { oneLine } from "@stsphera/contracts/format";
import { ESCALATION_LEVELS } from "@stsphera/contracts/vocabulary";
import { type HtmlValue, joinHtml, line } from "@stsphera/telegram";
import { surname, type TaskNews, type TaskView, taskWords } from "./task-view.ts";

type Late = Extract<TaskNews, { kind: "late" }>;

/** The level, in working days of the assignee, at which the project manager is told. */
const [, MANAGERS_LEVEL, DIRECTORS_LEVEL] = ESCALATION_LEVELS;

/** What a late task says: to its assignee what to do, to others who is late. */
export function lateLines(task: TaskCard, { level, lateDays }: Late, view: TaskView): HtmlValue[] {
  const t = taskWords(view.locale);
  const { title, objectName, assignee, creator } = task;
  if (assignee?.id !== view.readerId)
    return [oneLine(title), line(t("object"), objectName), line(t("assignee"), surname(assignee?.fullName))];
  const author =
    creator.id === view.readerId ? null : t("late_author", { name: surname(creator.fullName) ?? "" });
  const known = t(level >= DIRECTORS_LEVEL ? "late_director_knows" : "late_known");
  const next = level === 1 ? t("late_act", { count: Math.max(1, MANAGERS_LEVEL - lateDays) }) : known;
  return [oneLine(title), joinHtml([objectName, author], " · "), "", next];
}
