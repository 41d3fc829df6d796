import type { Page } from "@playwright/test";

/** How far what is drawn may move while a screen comes: the share of the window that moved, times how far. */
const MOST = 0.02;

type Shift = { value: number; what: string };
declare global {
  interface Window {
    layoutShifts?: Shift[];
  }
}

/** Notes what moves from now on by itself; a shift soon after a press is an answer to it. */
function watch(): void {
  if (window.layoutShifts !== undefined) return;
  const seen: Shift[] = (window.layoutShifts = []);
  type Entry = PerformanceEntry & {
    value: number;
    hadRecentInput: boolean;
    sources: { node: Node | null }[];
  };
  const nameOf = (node: Node | null | undefined): string =>
    node instanceof Element ? node.outerHTML.slice(0, 80) : (node?.textContent ?? "").slice(0, 80);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Entry[]) {
      if (!entry.hadRecentInput) seen.push({ value: entry.value, what: nameOf(entry.sources[0]?.node) });
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** Watches the page that is open and every one that it loads. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(watch);
  await page.evaluate(watch);
}

/** Forgets what moved before the next screen. */
export const forgetShifts = (page: Page): Promise<void> =>
  page.evaluate(() => void window.layoutShifts?.splice(0));

/** What moved more than it may since the last screen; nothing when the screen stood still. */
export async function shiftFaults(page: Page): Promise<string[]> {
  const shifts = await page.evaluate(() => window.layoutShifts ?? []);
  const whole = shifts.reduce((sum, { value }) => sum + value, 0);
  if (whole <= MOST) return [];
  const [largest] = shifts.toSorted((a, b) => b.value - a.value);
  return [`moves by ${whole.toFixed(3)} while it comes: ${largest?.what ?? ""}`];
}
