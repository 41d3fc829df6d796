import type { TaskSummary } from "@stsphera/contracts";
import { cutText, dayInWords, dayWithYear, oneLine, shortName } from "@stsphera/contracts/format";
import { canSomewhere } from "@stsphera/rbac";
import { html, type HtmlValue, miniAppUrl, packCommand } from "@stsphera/telegram";
import { addDays, type Day } from "../../../kernel/index.ts";
import { listMyTasks, readTasksOfAbsent } from "../../tasks/index.ts";
import { morningWords } from "../card/morning-words.ts";
import type { MorningView, Section } from "../section.ts";

const SHOWN = 5;
const SHOWN_LENT = 2;
const TITLE = 70;
const MOST = 200;

/** A task whose clock runs for the reader: their own, one that stands and waits for their help, or of whom they stand in for. */
type Row = TaskSummary & { why: "own" | "helper" | "deputy" };
type Shown = MorningView & { isOfSeveral: boolean; heading: Day | null };

/** «9 раб. дн.» under «Просрочено»; no day under a heading that names it. */
function dayOf({ deadline, lateDays }: Row, { locale, today, heading }: Shown): string | null {
  if (deadline === null || deadline === heading) return null;
  if (deadline < today && lateDays > 0) return morningWords(locale)("late", { count: lateDays });
  return dayInWords(deadline, today, locale);
}

/** «Испытать анкеры, Восток 7 · 3 раб. дн.», with the object where the tasks are of several. */
function rowOf(task: Row, view: Shown): string {
  const t = morningWords(view.locale);
  const { title, objectName, why, assignee } = task;
  return [
    cutText(oneLine(title), TITLE),
    view.isOfSeveral ? objectName : null,
    dayOf(task, view),
    why === "helper" ? t("waits_for_you") : null,
    why === "deputy" && assignee !== null ? t("for", { name: shortName(assignee.fullName) }) : null,
  ]
    .filter((part) => part !== null)
    .join(" · ");
}

/** «Завтра», after days off «Пн, 14 сентября», or «До пн, 14 сентября» where something is due on one of them. */
function nextDay(tasks: readonly Row[], { today, tomorrow }: Days, { locale }: MorningView): string {
  const t = morningWords(locale);
  if (tomorrow === addDays(today, 1)) return t("tomorrow");
  const day = dayWithYear(tomorrow, today, locale, "weekday");
  if (tasks.some(({ deadline }) => deadline !== tomorrow)) return t("until", { day });
  return day.slice(0, 1).toLocaleUpperCase(locale) + day.slice(1);
}

type Days = { today: Day; tomorrow: Day };

function block(title: string, tasks: readonly Row[], view: Shown): HtmlValue[] {
  if (tasks.length === 0) return [];
  const hidden = tasks.length - SHOWN;
  return [
    html`<b>${title}</b>`,
    ...tasks.slice(0, SHOWN).map((task) => rowOf(task, view)),
    hidden > 0 ? morningWords(view.locale)("more", { number: hidden }) : null,
  ];
}

/**
 * The reader's tasks: of today, of the next working day, and late ones. What is handed in, or stands and waits for
 * somebody else, is not theirs to do. The days are those of the reader's morning: on an object the day before may not be
 * over yet.
 */
export const ownTasks: Section = async ({ ctx, actor, today, tomorrow }) => {
  if (!canSomewhere(actor, "task.view")) return null;
  const mine = await listMyTasks.run(ctx, { limit: MOST });
  const held = await listMyTasks.run(ctx, { role: "blocker", limit: MOST });
  const lent = await readTasksOfAbsent(ctx, actor, tomorrow);
  const tasks: Row[] = [
    ...mine.items
      .filter(({ status }) => status !== "review" && status !== "blocked")
      .map((task) => ({ ...task, why: "own" as const })),
    ...held.items.map((task) => ({ ...task, why: "helper" as const })),
    ...lent.map((task) => ({ ...task, why: "deputy" as const })),
  ];
  const due = (isDue: (deadline: string) => boolean) =>
    tasks
      .filter(({ deadline }) => deadline !== null && isDue(deadline))
      .toSorted((a, b) => (a.deadline ?? "").localeCompare(b.deadline ?? ""));
  const now = due((deadline) => deadline === today);
  const next = due((deadline) => deadline > today && deadline <= tomorrow);
  const overdue = due((deadline) => deadline < today);
  const all = [...now, ...next, ...overdue];
  if (all.length === 0) return null;
  const isOfSeveral = new Set(all.map(({ objectId }) => objectId)).size > 1;
  const number = `${mine.items.length}${mine.nextCursor === null ? "" : "+"}`;
  return {
    blocks: (view) => {
      const t = morningWords(view.locale);
      const under = (heading: Day | null) => ({ ...view, isOfSeveral, heading });
      return [
        block(t("today"), now, under(today)),
        block(nextDay(next, { today, tomorrow }, view), next, under(tomorrow)),
        block(t("overdue"), overdue, under(null)),
      ];
    },
    buttons: ({ locale, publicUrl }) => [
      // As many as the list that it opens holds.
      mine.items.length === 0
        ? []
        : [{ kind: "callback", text: morningWords(locale)("tasks", { number }), data: packCommand("tasks") }],
      ...all
        .filter(({ why }) => why === "deputy")
        .slice(0, SHOWN_LENT)
        .map(({ id, title }) => [
          { kind: "webApp" as const, text: oneLine(title), url: miniAppUrl(publicUrl, { kind: "task", id }) },
        ]),
    ],
  };
};
