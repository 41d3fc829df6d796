import type { Locale } from "../vocabulary.ts";
import { formatPercent } from "./numbers.ts";

/** Percentage points with their sign and one decimal: «+0,8», «−18,0», «0,0». */
export function formatPoints(points: string, locale: Locale): string {
  const text = formatPercent(points, 1, locale).replace("%", "");
  return Number(points) > 0 ? `+${text}` : text;
}
