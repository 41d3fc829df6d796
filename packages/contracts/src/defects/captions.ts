import type { Locale } from "../vocabulary.ts";
import type { DefectAction, DefectMove, DefectSeverity } from "./vocabulary.ts";

/** The captions of actions on defects, for the bot, notifications and the app. */
export const DEFECT_CAPTIONS = {
  ru: {
    assign: "Назначить",
    reassign: "Назначить другого",
    start: "Устраняю",
    fix: "Устранено",
    dispute: "Оспорить",
    uphold: "Оставить в силе",
    drop: "Снять замечание",
    verify: "Проверено",
    reopen: "Не устранено",
    cancel: "Снять",
    edit: "Изменить",
    undo: "Отменить · 10 мин",
    open: "Открыть",
  },
  en: {
    assign: "Assign",
    reassign: "Assign another",
    start: "I'm fixing it",
    fix: "Fixed",
    dispute: "Dispute",
    uphold: "Uphold",
    drop: "Drop the remark",
    verify: "Verified",
    reopen: "Not fixed",
    cancel: "Call off",
    edit: "Change",
    undo: "Undo · 10 min",
    open: "Open",
  },
} as const satisfies Record<Locale, Record<DefectAction | "open", string>>;

export const SEVERITY_CAPTIONS = {
  ru: { critical: "критичное", major: "значительное", minor: "мелкое" },
  en: { critical: "critical", major: "major", minor: "minor" },
} as const satisfies Record<Locale, Record<DefectSeverity, string>>;

/** What a move did, as the history tells it. */
export const DEFECT_HISTORY = {
  ru: {
    assign: "назначено",
    reassign: "передано другому",
    start: "взято в устранение",
    fix: "устранено",
    dispute: "оспорено",
    uphold: "оставлено в силе",
    drop: "снято после спора",
    verify: "проверено",
    reopen: "не устранено, открыто снова",
    cancel: "снято",
  },
  en: {
    assign: "assigned",
    reassign: "passed on",
    start: "being fixed",
    fix: "fixed",
    dispute: "disputed",
    uphold: "upheld",
    drop: "dropped after a dispute",
    verify: "verified",
    reopen: "not fixed, reopened",
    cancel: "called off",
  },
} as const satisfies Record<Locale, Record<DefectMove, string>>;

/** The number by which people call a defect of an object: «ДФ-3». */
export const defectCode = ({ number }: { readonly number: number }, locale: Locale): string =>
  `${locale === "ru" ? "ДФ" : "DF"}-${number}`;

type Place = { readonly facade: string; readonly floor: string | null; readonly axes: string | null };

/** «Восток 5, оси Д–Е». */
export function defectPlace({ facade, floor, axes }: Place, locale: Locale): string {
  const spot = floor === null ? facade : `${facade} ${floor}`;
  if (axes === null) return spot;
  return locale === "ru" ? `${spot}, оси ${axes}` : `${spot}, axes ${axes}`;
}
