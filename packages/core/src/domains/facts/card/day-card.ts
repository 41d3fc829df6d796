import { PARTY_CAPTIONS } from "@stsphera/contracts/shifts/captions";
import {
  dayWithYear,
  doerName,
  formatPercent,
  formatQuantity,
  formatSigned,
  roundHalfUp,
  shortName,
  withUnit,
} from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import {
  type DatedRendering,
  entityCard,
  html,
  type Html,
  joinHtml,
  line,
  miniAppUrl,
  progressBar,
} from "@stsphera/telegram";
import { big, decimal } from "../../calculation/index.ts";
import type { DayCard, DayClosing } from "../read-day-card.ts";
import { dayButton } from "./entry-buttons.ts";
import { dayCardWords, deviationWords, reasonWords } from "./deviation-words.ts";

const SHOWN_DEVIATIONS = 7;
const SHOWN_IDLE = 4;
const SHOWN_REASONS = 4;
/** Of a reason in words; the whole is on the page of the shift. */
const LONGEST_REASON = 60;

/** A day with the number of its entries that wait for the reader. */
export type ReadersDay = DayCard & { toConfirm: number };

/** The card of an object's day. */
export const dayCard = entityCard<ReadersDay, "open" | "photos" | "confirm", DatedRendering>({
  name: "fact.day_card",
  title: ({ objectName: object, date }, { today, locale }) =>
    dayCardWords(locale)("title", { object, date: dayWithYear(date, today, locale, "weekday") }),
  lines: (day, { locale }) => {
    const t = dayCardWords(locale);
    return [
      line(t("entered"), enteredOf(day, locale)),
      line(t("modules"), figure(day.modules, locale)),
      line(t("brackets"), figure(day.brackets, locale)),
      line(t("deviations"), deviationsOf(day, locale)),
      line(t("idle"), idleOf(day, locale)),
      ...shiftsOf(day, locale),
      progressOf(day, locale),
    ];
  },
  rows: [["open", "photos"], ["confirm"]],
  offers:
    ({ photos, toConfirm }) =>
    (action) =>
      action === "open" || (action === "photos" ? photos : toConfirm) > 0,
  button: ({ objectId, date: day, photos, toConfirm }, action, { locale, publicUrl }) => {
    const text = dayCardWords(locale)(action, { count: action === "confirm" ? toConfirm : photos });
    if (action === "confirm") return { kind: "callback", text, data: dayButton("confirm", objectId, day) };
    const url = miniAppUrl(publicUrl, { kind: "object", id: objectId, section: "fact", day });
    return { kind: "webApp", text, url };
  },
});

function enteredOf({ entered: done, total, by }: DayCard, locale: Locale): Html {
  const count = total > 0 ? dayCardWords(locale)("of_total", { done, total }) : String(done);
  return joinHtml([count, by.map((doer) => doerName(doer, locale)).join(", ")], " · ");
}

function figure(value: DayCard["modules"], locale: Locale): Html | null {
  if (value === null) return null;
  const planned = Number(value.plan) !== 0;
  const plan = planned ? dayCardWords(locale)("at_plan", { plan: formatQuantity(value.plan, locale) }) : null;
  return joinHtml([html`<b>${formatQuantity(value.fact, locale)}</b>`, plan], " ");
}

function deviationsOf({ deviations }: DayCard, locale: Locale): Html {
  const hidden = deviations.length - SHOWN_DEVIATIONS;
  const more = hidden > 0 ? dayCardWords(locale)("more", { count: hidden }) : null;
  const shown = deviations.slice(0, SHOWN_DEVIATIONS).map((one) => deviationWords(one, locale));
  return joinHtml([...shown, more], "; ");
}

/** «Громов: ветер; Сычёв: нет материала · 48 чел.-ч: погода 32, снабжение 16». */
function idleOf({ idle }: DayCard, locale: Locale): Html | null {
  if (idle.length === 0) return null;
  const hidden = idle.length - SHOWN_IDLE;
  const more = hidden > 0 ? dayCardWords(locale)("more", { count: hidden }) : null;
  const shown = idle
    .slice(0, SHOWN_IDLE)
    .map(({ crew, reason }) => `${shortName(crew)}: ${reasonWords(reason, locale)}`);
  return joinHtml([joinHtml([...shown, more], "; "), partiesOf(idle, locale)], " · ");
}

/** «48 чел.-ч: погода 32, снабжение 16». */
function partiesOf(idle: DayCard["idle"], locale: Locale): string {
  const sum = (ones: DayCard["idle"]) =>
    decimal(ones.reduce((total, { manHours }) => total.plus(manHours), big(0)));
  const parties = [...new Set(idle.map(({ party }) => party))].map((party) => {
    const hours = formatQuantity(sum(idle.filter((one) => one.party === party)), locale);
    return `${PARTY_CAPTIONS[locale][party].toLocaleLowerCase(locale)} ${hours}`;
  });
  return `${withUnit(sum(idle), "чел.-ч", locale)}: ${parties.join(", ")}`;
}

/** «Смена  закрыта · Белов: без факта 11 — ветер 8, не работали 3», the same of the night. */
function shiftsOf({ closed, parts, closings }: DayCard, locale: Locale): (Html | null)[] {
  const t = dayCardWords(locale);
  const of = (shift: DayClosing["shift"]) => closings.filter((one) => one.shift === shift && !one.reopened);
  const several = parts.total > 1;
  const wordsOf = (ones: readonly DayClosing[], named: boolean) =>
    ones.flatMap((one) => silentOf(one, named, locale));
  const [day, night] = [of("day"), of("night")];
  const nobody = several ? [t("no_foreman")] : [];
  const open = parts.open.flatMap((name) => (name === null ? nobody : shortName(name))).join(", ");
  const some = t("closed_of", { done: parts.closed, total: parts.total });
  const state = closed ? t("closed") : open === "" ? some : `${some}, ${t("still_open", { open })}`;
  return [
    line(
      t("shift"),
      day.length === 0 ? null : joinHtml([state, joinHtml(wordsOf(day, several), "; ")], " · "),
    ),
    line(
      t("night"),
      night.length === 0
        ? null
        : joinHtml([t("closed"), joinHtml(wordsOf(night, night.length > 1), "; ")], " · "),
    ),
  ];
}

/** «Белов (закрыто: Дёмин): без факта 11 — ветер 8», what is worth saying of a closing; nothing of a plain one. */
function silentOf({ foreman, by, byItself, silent }: DayClosing, several: boolean, locale: Locale): string[] {
  const t = dayCardWords(locale);
  const count = silent.reduce((total, one) => total + one.count, 0);
  const mark = byItself ? t("by_itself") : by === null ? null : t("closed_by", { name: shortName(by) });
  const name = foreman === null ? (several ? t("no_foreman") : null) : shortName(foreman);
  const whose = name === null ? mark : mark === null ? name : `${name} (${mark})`;
  if (count === 0) return mark === null || whose === null ? [] : [whose];
  const shown = silent
    .slice(0, SHOWN_REASONS)
    .map(
      ({ code, text, count: lines }) => `${text === null ? reasonWords(code, locale) : cut(text)} ${lines}`,
    );
  const hidden = silent.length - shown.length;
  const reasons = [...shown, ...(hidden > 0 ? [t("more", { count: hidden })] : [])].join(", ");
  const said = t("without_fact", { lines: String(count), reasons });
  return [whose === null ? said : `${whose}: ${said}`];
}

const cut = (text: string): string =>
  text.length > LONGEST_REASON ? `${text.slice(0, LONGEST_REASON - 1)}…` : text;

function progressOf({ progressPct, deltaPct }: DayCard, locale: Locale): Html | null {
  if (progressPct === null) return null;
  const bar = `${progressBar(progressPct)} ${formatPercent(progressPct, 0, locale)}`;
  if (deltaPct === null) return html`${bar}`;
  const delta = formatSigned(roundHalfUp(deltaPct, 1), locale);
  return joinHtml([bar, dayCardWords(locale)("shift_delta", { delta })], " · ");
}
