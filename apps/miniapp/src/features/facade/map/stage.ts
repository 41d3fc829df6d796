import { formatQuantity, formatSigned, roundHalfUp } from "@stsphera/contracts/format";
import type { FacadeMap } from "@stsphera/contracts";
import type { Locale } from "@stsphera/contracts/vocabulary";

export type MapFacade = FacadeMap["facades"][number];
export type MapCell = MapFacade["floors"][number];
export const SHOWS = ["done", "left", "week"] as const;
export type Show = (typeof SHOWS)[number];

/** How far a cell has got, in quarters; "absent" has no work. */
export const STAGES = ["absent", "none", "quarter", "half", "most", "done"] as const;
export type Stage = (typeof STAGES)[number];

export function stageOf(cell: Pick<MapCell, "pct"> | undefined): Stage {
  if (cell === undefined || cell.pct === null) return "absent";
  const pct = Number(cell.pct);
  if (pct >= 100) return "done";
  if (pct <= 0) return "none";
  return pct < 37.5 ? "quarter" : pct < 62.5 ? "half" : "most";
}

/** Whole per cent that never calls a begun cell untouched, nor an unfinished one finished. */
export function wholePercent(pct: string): string {
  const value = Math.floor(Number(pct));
  return String(value === 0 && Number(pct) > 0 ? 1 : value);
}

/** A quantity in the room of a cell: the larger, the fewer places. */
export function shortQuantity(value: string, locale: Locale): string {
  const size = Math.abs(Number(value));
  if (size < 10) return formatQuantity(value, locale);
  const rounded = roundHalfUp(value, size < 100 ? 1 : 0);
  return formatQuantity(rounded.endsWith(".0") ? rounded.slice(0, -2) : rounded, locale);
}

type Figures = { readonly pct: string | null; readonly remaining: string; readonly week: string };

/** The number that stands in a cell. */
export function figureOf({ pct, remaining, week }: Figures, show: Show, locale: Locale): string {
  if (show === "left") return shortQuantity(remaining, locale);
  if (show === "done") return wholePercent(pct ?? "0");
  const text = shortQuantity(week, locale);
  return Number(week) > 0 ? formatSigned(week, locale).charAt(0) + text : text;
}

/** Shares of a cell's height, 0 to 100: what is done, and how much of it within seven days. */
export function fillOf({ pct, plan, week }: Pick<MapCell, "pct" | "plan" | "week">): {
  done: number;
  fresh: number;
} {
  const done = Math.min(100, Math.max(0, Number(pct ?? "0")));
  const fresh = Number(plan) > 0 ? (Number(week) / Number(plan)) * 100 : 0;
  return { done, fresh: Math.min(done, Math.max(0, fresh)) };
}
