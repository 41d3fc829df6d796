import type { TaskCard } from "@stsphera/contracts";
import { oneLine } from "@stsphera/contracts/format";
import { ESCALATION_LEVELS } from "@stsphera/contracts/vocabulary";
import { type HtmlValue, joinHtml, line } from "@stsphera/telegram";
import { holderOf, surname, type TaskNews, type TaskView, taskWords } from "./task-view.ts";

type Late = Extract<TaskNews, { kind: "late" }>;

/** The level, in working days of the assignee, at which the project manager is told. */
const [, MANAGERS_LEVEL, DIRECTORS_LEVEL] = ESCALATION_LEVELS;

/** What a late task says: to its assignee what to do, to others who is late. */
export function lateLines(task: TaskCard, { level, lateDays }: Late, view: TaskView): HtmlValue[] {
  const t = taskWords(view.locale);
  const { title, objectName, assignee, creator } = task;
  const holder = holderOf(task);
  const stands = task.status === "blocked";
  if (holder?.id !== view.readerId)
    return [
      oneLine(title),
      line(t("object"), objectName),
      line(t("assignee"), surname(assignee?.fullName)),
      stands ? line(t("waits_for"), surname(holder?.fullName)) : null,
    ];
  const author =
    creator.id === view.readerId ? null : t("late_author", { name: surname(creator.fullName) ?? "" });
  const known = stands
    ? t("late_help_known")
    : t(level >= DIRECTORS_LEVEL ? "late_director_knows" : "late_known");
  const count = Math.max(1, MANAGERS_LEVEL - lateDays);
  const act = stands ? t("late_help", { count }) : t("late_act", { count });
  const reason = stands ? line(t("reason"), task.blockedReason) : null;
  const who = stands ? line(t("assignee"), surname(assignee?.fullName)) : null;
  return [oneLine(title), joinHtml([objectName, author], " · "), who, reason, "", level === 1 ? act : known];
}
