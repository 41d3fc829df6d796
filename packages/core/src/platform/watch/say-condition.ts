import { HEALTH_WORDS } from "@stsphera/contracts/administration/health-words";
import { plural } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { type ConditionName, CONDITIONS, type Judged } from "./conditions.ts";

const UNITS = [
  { seconds: 86_400, ru: { one: "день", few: "дня", other: "дней" }, en: "day" },
  { seconds: 3_600, ru: { one: "час", few: "часа", other: "часов" }, en: "hour" },
  { seconds: 60, ru: { one: "минуту", few: "минуты", other: "минут" }, en: "minute" },
] as const;

const counted = (count: number, unit: (typeof UNITS)[number], locale: Locale): string =>
  locale === "ru"
    ? `${count} ${plural(count, "ru", unit.ru)}`
    : `${count} ${unit.en}${count === 1 ? "" : "s"}`;

/** A time in its largest unit: «3 дня», «2 часа», «1 минуту»; less than a minute counts as one. */
export function sayDuration(seconds: number, locale: Locale): string {
  const unit = UNITS.find((one) => seconds >= one.seconds) ?? UNITS[2];
  return counted(Math.max(1, Math.floor(seconds / unit.seconds)), unit, locale);
}

function sayMeasure(name: ConditionName, value: number, locale: Locale): string {
  if (CONDITIONS[name].metric.includes("_seconds")) return sayDuration(value, locale);
  if (name === "certificate_expires") return sayDuration(Math.max(0, value) * 86_400, locale);
  if (name === "disk_short") return `${Math.round(value * 100)}\u00a0%`;
  return String(value);
}

export type SaidCondition = { caption: string; text: string; act: string | null };

/** A judged condition in a sentence, with what to do when it is bad. */
export function sayCondition({ name, state, value }: Judged, locale: Locale): SaidCondition {
  const words = HEALTH_WORDS[locale][name];
  if (words === undefined) throw new Error(`no words for ${name}`);
  const never = value === Number.POSITIVE_INFINITY ? words.never : undefined;
  const text = never ?? (state === "unknown" ? (words.unknown ?? words.good) : words[state]);
  return {
    caption: words.name,
    text: text.replace("{value}", value === null ? "" : sayMeasure(name, value, locale)),
    act: state === "bad" ? words.act : null,
  };
}
