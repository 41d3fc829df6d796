import { cutText, oneLine, shortName } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { entityCard, type HtmlValue, miniAppUrl, type Rendering } from "@stsphera/telegram";
import { taskWords } from "./task-view.ts";

const SHOWN = 7;
const TITLE = 60;

export type LateRow = { title: string; assignee: string | null; lateDays: number };
export type LateTasks = { objectId: number; objectName: string; rows: readonly LateRow[] };

function rowOf({ title, assignee, lateDays }: LateRow, locale: Locale): string {
  const who = assignee === null ? "" : shortName(assignee);
  return taskWords(locale)("late_row", { title: cutText(oneLine(title), TITLE), who, count: lateDays });
}

/** Tasks of an object that were escalated on one day, in one message. */
export const lateTasksCard = entityCard<LateTasks, "review", Rendering>({
  name: "task.late",
  title: ({ objectName: object, rows }, { locale }) =>
    taskWords(locale)("title_late_tasks", { object, count: rows.length }),
  lines: ({ rows }, { locale }): HtmlValue[] => {
    const hidden = rows.length - SHOWN;
    const more = hidden > 0 ? taskWords(locale)("late_more", { number: hidden }) : null;
    return [...rows.slice(0, SHOWN).map((row) => rowOf(row, locale)), more];
  },
  rows: [["review"]],
  offers: () => () => true,
  button: ({ objectId }, _action, { locale, publicUrl }) => ({
    kind: "webApp",
    text: taskWords(locale)("late_review"),
    url: miniAppUrl(publicUrl, { kind: "object", id: objectId, section: "tasks", state: "overdue" }),
  }),
});
