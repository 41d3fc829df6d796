import type { AlertKind, Locale } from "@stsphera/contracts/vocabulary";
import { CONDITIONS, type ConditionName, isConditionName } from "../conditions.ts";
import { sayCondition } from "../say-condition.ts";

export type Alert = { name: string | null; kind: AlertKind; value: number | null };

/** An alert in words: its title, what it means, and what to do. */
export type SaidAlert = { title: string; lines: string[] };

const WORDS = {
  ru: {
    begins: "⚠️ {name}",
    lasts: "⚠️ {name}: всё ещё",
    ends: "✅ {name}: снова в порядке",
    test: "🔔 Проверка оповещений",
    testLine: "Так система скажет, если ей понадобится помощь. Делать ничего не нужно.",
    act: "Что делать: {act}",
  },
  en: {
    begins: "⚠️ {name}",
    lasts: "⚠️ {name}: still",
    ends: "✅ {name}: well again",
    test: "🔔 A test of the alerts",
    testLine: "This is how the system speaks up when it needs help. There is nothing to do.",
    act: "What to do: {act}",
  },
} as const;

/** Says an alert in the reader's language. A condition of a former release is named by its code. */
export function sayAlert({ name, kind, value }: Alert, locale: Locale): SaidAlert {
  const words = WORDS[locale];
  if (kind === "test") return { title: words.test, lines: [words.testLine] };
  if (name === null || !isConditionName(name))
    return { title: words[kind].replace("{name}", name ?? ""), lines: [] };
  const bad = kind !== "ends";
  const measure = value ?? (bad && neverTaken(name) ? Number.POSITIVE_INFINITY : null);
  const said = sayCondition({ name, state: bad ? "bad" : "good", value: measure }, locale);
  return {
    title: words[kind].replace("{name}", said.caption),
    lines: [said.text, ...(said.act === null ? [] : [words.act.replace("{act}", said.act)])],
  };
}

/** Ages without a measure are those of what never happened. */
const neverTaken = (name: ConditionName): boolean => CONDITIONS[name].metric.includes("_age_");

export const isCritical = ({ name, kind }: Alert): boolean =>
  kind === "test" ||
  (kind !== "ends" && name !== null && isConditionName(name) && CONDITIONS[name].severity === "critical");
