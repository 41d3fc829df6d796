import type { Dashboard, DashboardObject } from "@stsphera/contracts";
import { shortName, withUnit } from "@stsphera/contracts/format";
import { can } from "@stsphera/rbac";
import { html, type HtmlValue, miniAppUrl, translator } from "@stsphera/telegram";
import { getDashboard } from "../../dashboard/index.ts";
import { morningWords } from "../card/morning-words.ts";
import { lateTaskRow, readLateDefects, readLateTasks } from "../late-tasks.ts";
import { inWhosePlace } from "../in-whose-place.ts";
import type { MorningView, Section } from "../section.ts";
import { readSilentDays } from "../silent-days.ts";
import { progressOf } from "./managed-objects.ts";

const SHOWN = 6;
/** Working days after which a late task, or a defect that nobody has fixed, is a director's matter. */
const WEEK_LATE = 7;

/** Working days without a word of an object's shifts after which its director hears of it: the first is its manager's. */
const SILENT = 2;

const isGoing = ({ status }: DashboardObject) => status === "active" || status === "completing";

function standing(object: DashboardObject, { locale }: MorningView): string {
  const t = morningWords(locale);
  if (!isGoing(object)) return translator(locale)(`state.object.${object.status}`);
  if (object.lateDays !== null && object.lateDays > 0) return t("behind_days", { count: object.lateDays });
  return t(object.health === "green" ? "on_plan" : "behind");
}

const isWell = ({ objects }: Dashboard): boolean =>
  objects.filter(isGoing).every(({ health, lateDays }) => health === "green" && (lateDays ?? 0) <= 0);

/** The health of all objects, the furthest behind first, for who directs the company. */
export const company: Section = async ({ ctx, actor }) => {
  if (!can(actor, "dashboard.company") || actor.role === "viewer") return null;
  const dashboard = await getDashboard.run(ctx, {});
  const { objects, objectsTotal } = dashboard;
  if (objects.length === 0) return null;
  const asked = { objectIds: objects.map(({ id }) => id), from: WEEK_LATE };
  const late = [...(await readLateTasks(ctx, asked)), ...(await readLateDefects(ctx, asked))].toSorted(
    (a, b) => b.lateDays - a.lateDays,
  );
  // Of whose shifts the reader may read.
  const told = objects.filter(({ idleHours }) => idleHours !== undefined).map(({ id }) => id);
  const silent = [...(await readSilentDays(ctx, told))].filter(([, days]) => days >= SILENT);
  const silentDays = new Map(silent);
  const well = isWell(dashboard) && late.length === 0 && silent.length === 0;
  const names = inWhosePlace(actor, (person) => can(person, "dashboard.company"));
  const shown = objects.slice(0, SHOWN);
  return {
    blocks: (view) => {
      const t = morningWords(view.locale);
      const block = (object: DashboardObject): HtmlValue[] => [
        html`<b>${object.name}</b>  ${standing(object, view)}`,
        progressOf({ pct: object.pct, plannedPct: object.plannedPct, gained: null }, view),
        Number(object.idleHours ?? "0") === 0
          ? null
          : t("idle_yesterday", { hours: withUnit(object.idleHours ?? "0", "чел.-ч", view.locale) }),
        silentDays.has(object.id)
          ? html`<b>${t("silent_days", { number: silentDays.get(object.id) ?? 0 })}</b>`
          : null,
      ];
      const behalf =
        names === null ? [] : [t("for_heading", { name: names.map((name) => shortName(name)).join(", ") })];
      if (well) return [[...behalf, t("all_well")]];
      return [
        behalf,
        ...shown.map(block),
        [objectsTotal > shown.length ? t("more_objects", { number: objectsTotal - shown.length }) : null],
        late.length === 0
          ? []
          : [
              html`<b>${t("week_late")}</b>`,
              ...late.slice(0, SHOWN).map((task) => lateTaskRow(task, view, true)),
              late.length > SHOWN ? t("more", { number: late.length - SHOWN }) : null,
            ],
      ];
    },
    buttons: ({ publicUrl, locale }) => [
      well
        ? []
        : shown.slice(0, 2).map(({ id, name }) => ({
            kind: "webApp",
            text: name,
            url: miniAppUrl(publicUrl, { kind: "object", id }),
          })),
      late.slice(0, 2).map(({ kind, id, title }) => ({
        kind: "webApp",
        text: title,
        url: miniAppUrl(publicUrl, { kind, id }),
      })),
      [{ kind: "webApp", text: morningWords(locale)("open_app"), url: publicUrl }],
    ],
  };
};
