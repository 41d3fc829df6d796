import type { TaskSummary } from "@stsphera/contracts";
import { cutText, dayInWords, oneLine } from "@stsphera/contracts/format";
import { canSomewhere } from "@stsphera/rbac";
import { html, type HtmlValue, packCommand } from "@stsphera/telegram";
import { listMyTasks } from "../../tasks/index.ts";
import { morningWords } from "../card/morning-words.ts";
import type { MorningView, Section } from "../section.ts";

const SHOWN = 5;
const TITLE = 70;
const MOST = 200;

type Shown = MorningView & { isOfSeveral: boolean };

/** «Испытать анкеры, Восток 7 · просрочено 3 раб. дн.», with the object where the tasks are of several. */
function rowOf(task: TaskSummary, { locale, today, isOfSeveral }: Shown): string {
  const { title, objectName, deadline, flags, lateDays } = task;
  const name = cutText(oneLine(title), TITLE);
  const place = isOfSeveral ? `${name} · ${objectName}` : name;
  if (deadline === null || flags.today) return place;
  return `${place} · ${dayInWords(deadline, today, locale, lateDays)}`;
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

/** The reader's own tasks: of today, of the next working day, and late ones. */
export const ownTasks: Section = async ({ ctx, actor, tomorrow }) => {
  if (!canSomewhere(actor, "task.view")) return null;
  const { items: soon } = await listMyTasks.run(ctx, { due: "week", limit: MOST });
  const { items: late } = await listMyTasks.run(ctx, { due: "overdue", limit: MOST });
  const waits = (task: TaskSummary) => task.status !== "review";
  const today = soon.filter((task) => task.flags.today && waits(task));
  const next = soon.filter(
    (task) => !task.flags.today && (task.deadline ?? "9999") <= tomorrow && waits(task),
  );
  const overdue = late.filter(waits);
  const number = today.length + next.length + overdue.length;
  if (number === 0) return null;
  const isOfSeveral = new Set([...today, ...next, ...overdue].map(({ objectId }) => objectId)).size > 1;
  return {
    blocks: (given) => {
      const view = { ...given, isOfSeveral };
      const t = morningWords(view.locale);
      return [
        block(t("today"), today, view),
        block(t("tomorrow"), next, view),
        block(t("overdue"), overdue, view),
      ];
    },
    buttons: ({ locale }) => [
      [{ kind: "callback", text: morningWords(locale)("tasks", { number }), data: packCommand("tasks") }],
    ],
  };
};
