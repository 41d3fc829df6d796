import type { BreakdownFacade, BreakdownWork, ObjectBreakdown } from "@stsphera/contracts";
import {
  compareDecimals,
  dayWithYear,
  formatPercent,
  formatQuantity,
  roundHalfUp,
  shortWorkName,
} from "@stsphera/contracts/format";
import { card, html, type Html, joinHtml, line, miniAppUrl, type RenderedMessage } from "@stsphera/telegram";
import { appButton, press } from "../../engine/buttons.ts";
import { packMenu } from "../../engine/menu-data.ts";
import type { Turn } from "../../engine/turn.ts";
import { overdueButton } from "./object-card.ts";

const SHOWN = 5;
type Part = BreakdownWork | BreakdownFacade;
type Forecast = NonNullable<ObjectBreakdown["forecast"]>;

const shortOf = ({ pace }: Part) => pace?.shortHours ?? "0";
const drivers = <P extends Part>(parts: readonly P[]): P[] =>
  parts
    .filter((part) => compareDecimals(shortOf(part), "0") > 0)
    .toSorted((a, b) => compareDecimals(shortOf(b), shortOf(a)));

const figure = ({ locale }: Turn, value: string) => formatQuantity(roundHalfUp(value, 1), locale);

function rateText(turn: Turn, { needed, reached }: Forecast["rate"]): string | null {
  if (reached === null) return null;
  const now = figure(turn, reached);
  return needed === null
    ? turn.t("menu.why.reached", { reached: now })
    : turn.t("menu.why.pace", { needed: figure(turn, needed), reached: now });
}

/** «Модули  нужно 21 в смену, идёт 17,2 · +14 дней». */
function driverLine(turn: Turn, part: Part): Html | null {
  const { pace } = part;
  if (pace === undefined) return null;
  const late = pace.lateDays ?? 0;
  const parts = [
    rateText(turn, pace),
    pace.worked === 0 ? turn.t("menu.why.stands") : null,
    late > 0 ? turn.t("menu.why.late", { count: late }) : null,
  ];
  return line(
    "unit" in part ? shortWorkName(part.name) : part.name,
    joinHtml(
      parts.filter((text) => text !== null),
      " · ",
    ),
  );
}

function section(turn: Turn, title: string, parts: readonly Part[]): Html | null {
  if (parts.length === 0) return null;
  return joinHtml([html`<b>${title}</b>`, ...parts.slice(0, SHOWN).map((part) => driverLine(turn, part))]);
}

function forecastTitle(turn: Turn, { object }: ObjectBreakdown, { forecast }: Forecast): string {
  if ("reason" in forecast) return turn.t("menu.why.title", { object: object.name });
  const date = dayWithYear(forecast.date, object.today, turn.locale);
  return turn.t("menu.why.title_dated", { object: object.name, date });
}

/** What the forecast is made of, in the words and numbers of the app's screen. */
export function whyCard(turn: Turn, breakdown: ObjectBreakdown): RenderedMessage {
  const { t, locale, services } = turn;
  const { object, progress, hours, forecast, lateTasks } = breakdown;
  const title =
    forecast === undefined
      ? t("menu.why.title", { object: object.name })
      : forecastTitle(turn, breakdown, forecast);
  const deadline = object.deadline === null ? null : dayWithYear(object.deadline, object.today, locale);
  const shifts = forecast?.shiftsLeft ?? null;
  return {
    text: card(title, [
      line(t("menu.why.done"), formatPercent(progress.pct, 1, locale)),
      line(t("menu.why.left"), t("menu.why.hours", { hours: figure(turn, hours.remaining) })),
      forecast === undefined ? null : line(t("menu.why.hours_pace"), rateText(turn, forecast.rate)),
      deadline === null || shifts === null
        ? null
        : line(t("menu.why.until", { deadline }), t("menu.why.shifts", { count: shifts })),
      section(turn, t("menu.why.works"), drivers(breakdown.works)),
      section(turn, t("menu.why.facades"), drivers(breakdown.facades)),
    ]),
    buttons: [
      appButton(
        t("menu.why.open"),
        miniAppUrl(services.publicUrl, { kind: "object", id: object.id, section: "why" }),
        services,
      ),
      overdueButton(turn, { object, tasks: { overdue: lateTasks?.total ?? 0 } }),
      [press(t("menu.back"), packMenu({ action: "object", objectId: object.id }))],
    ],
  };
}
