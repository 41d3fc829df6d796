import type { Locale } from "../vocabulary.ts";

type Place = { readonly facade: string; readonly floor: string | null; readonly axes: string | null };

/** «Восток 5, оси Д–Е». */
export function defectPlace({ facade, floor, axes }: Place, locale: Locale): string {
  const spot = floor === null ? facade : `${facade} ${floor}`;
  if (axes === null) return spot;
  return locale === "ru" ? `${spot}, оси ${axes}` : `${spot}, axes ${axes}`;
}
