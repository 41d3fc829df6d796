import { useSyncExternalStore } from "react";

/** Widths in rem: the column of floor codes with the margins, and the least column of a facade. */
const AROUND = 3.5;
const COLUMN = 4;
const WIDE_PX = 900;
const NAV_PX = 200;

/** How many facades stand side by side: four on a phone, fewer with large text, more in a wide window. */
export function roomFor(windowPx: number, remPx: number): number {
  const width = windowPx - (windowPx >= WIDE_PX ? NAV_PX : 0);
  return Math.max(1, Math.floor((width / remPx - AROUND) / COLUMN));
}

const remPx = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

function onResize(listener: () => void) {
  window.addEventListener("resize", listener);
  return () => window.removeEventListener("resize", listener);
}

export const useRoom = (): number =>
  useSyncExternalStore(onResize, () => roomFor(window.innerWidth, remPx()));
