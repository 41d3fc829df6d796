import type { GprWhy } from "@stsphera/contracts";
import { fullDay } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { gprWords } from "./gpr-view.ts";

type Told = Pick<GprWhy, "reason" | "drivenBy" | "daysOff">;
type Link = Extract<GprWhy["reason"], { kind: "link" }>["link"];

/** Why a row begins when it does, in one sentence; `group` is the summary whose link or constraint it is. */
export function whyText(why: Told, { locale, group }: { locale: Locale; group: string | null }): string {
  const t = gprWords(locale);
  const parts = [reasonText(why, locale)];
  if (group !== null) parts.push(t("why_of", { name: group }));
  const { daysOff } = why;
  if (daysOff !== null) {
    parts.push(t("why_days_off", { day: fullDay(daysOff.from, locale), count: daysOff.count }));
  }
  return parts.join("; ");
}

function reasonText({ reason, drivenBy }: Told, locale: Locale): string {
  const t = gprWords(locale);
  const driver = { number: drivenBy?.number ?? 0, name: drivenBy?.name ?? "" };
  switch (reason.kind) {
    case "link":
      return t(`why_${reason.link.type}`, driver) + lagText(reason.link, locale);
    case "constraint": {
      const { kind, edge, day } = reason.constraint;
      return t(`why_${edge}_${kind}`, { day: fullDay(day, locale) });
    }
    case "held":
      return t("why_held", { day: fullDay(reason.until, locale) });
    case "data_date":
      return t("why_data_date", { day: fullDay(reason.day, locale) });
    case "project_start":
      return t("why_project_start", { day: fullDay(reason.day, locale) });
    case "fact": {
      const start = fullDay(reason.start, locale);
      if (reason.finish === null) return t("why_begun", { start });
      return t("why_over", { start, finish: fullDay(reason.finish, locale) });
    }
    case "rows":
      return t("why_rows", driver);
  }
}

/** «, через 2 раб. дня» */
function lagText({ lag, unit }: Link, locale: Locale): string {
  if (lag === 0) return "";
  const t = gprWords(locale);
  const count = Math.abs(lag);
  return lag > 0 ? t(`lag_${unit}`, { count }) : t(`lead_${unit}`, { count });
}
