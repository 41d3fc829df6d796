import type { ObjectDashboard } from "@stsphera/contracts";
import {
  dayWithYear,
  formatPercent,
  formatQuantity,
  formatSigned,
  pastDay,
  roundHalfUp,
  shortName,
  withUnit,
} from "@stsphera/contracts/format";
import { html, type HtmlValue, joinHtml, line, miniAppUrl, progressBar } from "@stsphera/telegram";
import { big, decimal } from "../../calculation/index.ts";
import { readDashboard } from "../../objects/index.ts";
import { morningWords } from "../card/morning-words.ts";
import { type LateTask, lateTaskRow, readLateTasks } from "../late-tasks.ts";
import type { MorningView, Section } from "../section.ts";
import { readSilentDays } from "../silent-days.ts";

/** Objects with a block of their own, the furthest behind first; the rest is a button away. */
const SHOWN_OBJECTS = 3;
const SHOWN_LATE = 3;

/** «▓▓▓▓▓▓░░░░ 59% при плане 73% · за вчера +0,8». */
export function progressOf(
  {
    pct,
    plannedPct,
    gained,
  }: { pct: string | null; plannedPct: string | null; gained: ObjectDashboard["sinceYesterday"] },
  { locale, today }: MorningView,
): HtmlValue {
  if (pct === null) return null;
  const t = morningWords(locale);
  const fact = html`${progressBar(pct)} <b>${formatPercent(pct, 0, locale)}</b>`;
  const plan =
    plannedPct === null
      ? null
      : t("at_plan", { plan: formatPercent(plannedPct, 0, locale).replace("%", "") });
  const points = gained?.points ?? null;
  const gain =
    gained === null || points === null
      ? null
      : t("gained", {
          day: pastDay(gained.day, today, locale, "of"),
          points: formatSigned(roundHalfUp(points, 1), locale),
        });
  return joinHtml([joinHtml([fact, plan], " "), gain], " · ");
}

function forecastOf({ forecast, object }: ObjectDashboard, { locale }: MorningView): HtmlValue {
  const t = morningWords(locale);
  const say = (day: string) => dayWithYear(day, object.today, locale);
  const deadline = object.deadline === null ? null : t("deadline", { deadline: say(object.deadline) });
  if (forecast === undefined || !("date" in forecast)) return null;
  return line(t("forecast"), joinHtml([html`<b>${say(forecast.date)}</b>`, deadline], ", "));
}

function yesterdayOf({ sinceYesterday, object }: ObjectDashboard, { locale }: MorningView): HtmlValue {
  if (sinceYesterday === null) return null;
  const t = morningWords(locale);
  const { modules, brackets } = sinceYesterday;
  const said = (key: "modules" | "brackets", value: string) =>
    Number(value) === 0 ? null : t(key, { quantity: formatQuantity(value, locale) });
  const day = pastDay(sinceYesterday.day, object.today, locale, "of");
  return line(
    day.replace(/^./u, (first) => first.toUpperCase()),
    joinHtml([said("modules", modules), said("brackets", brackets)], ", "),
  );
}

/**
 * «Смена  закрыто частей 1 из 2 · закрылись сами: 1 · в закрытых без факта 4 строки · простой 40 чел.-ч», of the last
 * working day. Lines of an open part may still get their fact, so that only those of closed ones are counted.
 */
function shiftsOf({ sinceYesterday }: ObjectDashboard, { locale }: MorningView): HtmlValue {
  const shifts = sinceYesterday?.shifts;
  if (shifts === undefined || shifts.total === 0) return null;
  const t = morningWords(locale);
  const { total, closed, byItself, silent, idle } = shifts;
  const isOpen = closed < total;
  const lines = t("no_fact", { count: silent });
  const hours = decimal(idle.reduce((sum, one) => sum.plus(one.hours), big(0)));
  return line(
    t("shift"),
    joinHtml(
      [
        isOpen ? t("shift_closed_of", { done: closed, total }) : t("shift_closed"),
        byItself === 0 ? null : t("closed_itself", { number: byItself }),
        silent === 0 ? null : isOpen ? t("in_closed", { lines }) : lines,
        idle.length === 0 ? null : t("idle", { hours: withUnit(hours, "чел.-ч", locale) }),
      ],
      " · ",
    ),
  );
}

/** `behalf`: in whose place the reader manages the object; `silentDays`: working days without a word of its shifts. */
type Block = {
  dashboard: ObjectDashboard;
  late: LateTask[];
  behalf: readonly string[] | null;
  silentDays: number;
};

const isLate = ({ dashboard: { tasks } }: Block): boolean => (tasks?.overdue ?? 0) > 0;

/** What is said of an object, under its name where there are several; nothing of one whose works have not begun. */
function blockOf(
  { dashboard, late, behalf, silentDays }: Block,
  several: boolean,
  view: MorningView,
): HtmlValue[] {
  const t = morningWords(view.locale);
  const { pct, plannedPct } = dashboard.progress;
  const overdue = dashboard.tasks?.overdue ?? 0;
  const hidden = overdue - Math.min(SHOWN_LATE, late.length);
  const lateDefects = dashboard.defects?.overdue ?? 0;
  const said = [
    progressOf({ pct, plannedPct, gained: dashboard.sinceYesterday }, view),
    forecastOf(dashboard, view),
    yesterdayOf(dashboard, view),
    shiftsOf(dashboard, view),
    silentDays > 0 ? html`<b>${t("silent_days", { number: silentDays })}</b>` : null,
    overdue > 0 ? html`<b>${t("overdue_tasks", { number: overdue })}</b>` : null,
    ...late.slice(0, SHOWN_LATE).map((task) => lateTaskRow(task, view)),
    hidden > 0 && late.length > 0 ? t("more", { number: hidden }) : null,
    lateDefects > 0 ? html`<b>${t("overdue_defects", { number: lateDefects })}</b>` : null,
  ].filter((one) => one !== null);
  const names = (behalf ?? []).map((name) => shortName(name)).join(", ");
  const heading = joinHtml(
    [
      several ? dashboard.object.name : null,
      names === "" ? null : t(several ? "for" : "for_heading", { name: names }),
    ],
    " · ",
  );
  return said.length > 0 && heading.html !== "" ? [html`<b>${heading}</b>`, ...said] : said;
}

const behind = ({ progress: { pct, plannedPct } }: ObjectDashboard): number =>
  Number(plannedPct ?? 0) - Number(pct ?? 0);

/** The state of the objects that the reader manages, with the figures of their dashboards. */
export const managedObjects: Section = async ({ ctx, objects }) => {
  const managed = objects.filter(({ manages }) => manages);
  const dashboards: ObjectDashboard[] = [];
  for (const { id } of managed) {
    const dashboard = await readDashboard(ctx, id);
    if (dashboard !== null) dashboards.push(dashboard);
  }
  if (dashboards.length === 0) return null;
  const late = await readLateTasks(ctx, { objectIds: managed.map(({ id }) => id), from: 1 });
  const silent = await readSilentDays(
    ctx,
    managed.map(({ id }) => id),
  );
  const blocks: Block[] = dashboards
    .toSorted((a, b) => behind(b) - behind(a))
    .map((dashboard) => ({
      dashboard,
      late: late.filter(({ objectId }) => objectId === dashboard.object.id),
      behalf: managed.find(({ id }) => id === dashboard.object.id)?.managesFor ?? null,
      silentDays: silent.get(dashboard.object.id) ?? 0,
    }));
  return {
    blocks: (view) => {
      const hidden = blocks.length - SHOWN_OBJECTS;
      const more = hidden > 0 ? morningWords(view.locale)("more_objects", { number: hidden }) : null;
      return [
        ...blocks.slice(0, SHOWN_OBJECTS).map((block) => blockOf(block, blocks.length > 1, view)),
        [more],
      ];
    },
    buttons: ({ publicUrl, locale }) => [
      blocks.slice(0, 2).map(({ dashboard: { object } }) => ({
        kind: "webApp",
        text: object.name,
        url: miniAppUrl(publicUrl, { kind: "object", id: object.id }),
      })),
      ...blocks
        .slice(0, SHOWN_OBJECTS)
        .filter(isLate)
        .map(({ dashboard: { object, tasks } }) => [
          {
            kind: "webApp" as const,
            text: morningWords(locale)(blocks.length > 1 ? "overdue_open_of" : "overdue_open", {
              number: tasks?.overdue ?? 0,
              object: object.name,
            }),
            url: miniAppUrl(publicUrl, { kind: "object", id: object.id, section: "tasks", state: "overdue" }),
          },
        ]),
    ],
  };
};
