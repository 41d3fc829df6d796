import type { TaskSummary } from "@stsphera/contracts";
import { cutText, dayInWords, dayWithYear, oneLine } from "@stsphera/contracts/format";
import { canSomewhere } from "@stsphera/rbac";
import { html, type HtmlValue, packCommand } from "@stsphera/telegram";
import { addDays, type Day } from "../../../kernel/index.ts";
import { listMyTasks } from "../../tasks/index.ts";
import { morningWords } from "../card/morning-words.ts";
import type { MorningView, Section } from "../section.ts";

const SHOWN = 5;
const TITLE = 70;
const MOST = 200;

type Shown = MorningView & { isOfSeveral: boolean };

/** «Испытать анкеры, Восток 7 · просрочено 3 раб. дн.», with the object where the tasks are of several. */
function rowOf(task: TaskSummary, { locale, today, isOfSeveral }: Shown): string {
  const { title, objectName, deadline, lateDays } = task;
  const name = cutText(oneLine(title), TITLE);
  const place = isOfSeveral ? `${name} · ${objectName}` : name;
  if (deadline === null || deadline === today) return place;
  return `${place} · ${dayInWords(deadline, today, locale, lateDays)}`;
}

/** «Завтра», or «Пн, 14 сентября» after days off. */
function nextDay(today: Day, next: Day, { locale }: MorningView): string {
  if (next === addDays(today, 1)) return morningWords(locale)("tomorrow");
  const day = dayWithYear(next, today, locale, "weekday");
  return day.slice(0, 1).toLocaleUpperCase(locale) + day.slice(1);
}

function block(title: string, tasks: readonly TaskSummary[], view: Shown): HtmlValue[] {
  if (tasks.length === 0) return [];
  const hidden = tasks.length - SHOWN;
  return [
    html`<b>${title}</b>`,
    ...tasks.slice(0, SHOWN).map((task) => rowOf(task, view)),
    hidden > 0 ? morningWords(view.locale)("more", { number: hidden }) : null,
  ];
}

/**
 * The reader's own tasks: of today, of the next working day, and late ones. The days are those of the reader's morning:
 * on an object the day before may not be over yet.
 */
export const ownTasks: Section = async ({ ctx, actor, today, tomorrow }) => {
  if (!canSomewhere(actor, "task.view")) return null;
  const { items: soon } = await listMyTasks.run(ctx, { due: "week", limit: MOST });
  const { items: late } = await listMyTasks.run(ctx, { due: "overdue", limit: MOST });
  const tasks = [...late, ...soon].filter(({ status }) => status !== "review");
  const due = (isDue: (deadline: string) => boolean) =>
    tasks.filter(({ deadline }) => deadline !== null && isDue(deadline));
  const now = due((deadline) => deadline === today);
  const next = due((deadline) => deadline > today && deadline <= tomorrow);
  const overdue = due((deadline) => deadline < today);
  const number = now.length + next.length + overdue.length;
  if (number === 0) return null;
  const isOfSeveral = new Set([...now, ...next, ...overdue].map(({ objectId }) => objectId)).size > 1;
  return {
    blocks: (given) => {
      const view = { ...given, isOfSeveral };
      const t = morningWords(view.locale);
      return [
        block(t("today"), now, view),
        block(nextDay(today, tomorrow, view), next, view),
        block(t("overdue"), overdue, view),
      ];
    },
    buttons: ({ locale }) => [
      [{ kind: "callback", text: morningWords(locale)("tasks", { number }), data: packCommand("tasks") }],
    ],
  };
};
