// What large screens take in Chromium: the map of forty floors, a list of a thousand tasks, a schedule of two thousand rows.
// pnpm bench:screens [--front http://localhost:3000 --sandbox http://localhost:3010]
import { chromium, type Page } from "@playwright/test";
import { browserLaunch } from "../../scripts/browser.ts";
import { initDataOf, PEOPLE } from "../../e2e/support/daily-screens.ts";
import { type Addresses, withSystem } from "../with-system.ts";
import { drawFacadeMap } from "./facade-map.ts";
import { drawGantt } from "./gantt.ts";
import { scrollTasks } from "./task-list.ts";

const PHONE = { viewport: { width: 360, height: 780 }, locale: "ru-RU", timezoneId: "Europe/Moscow" };
const RUNS = 5;

/** Opens the app as the manager and answers how to go to a page of it. */
async function start(page: Page, { front, sandbox }: Addresses): Promise<(path: string) => Promise<void>> {
  const initData = await initDataOf({ sandbox, userId: PEOPLE.manager });
  const launch = new URLSearchParams({
    tgWebAppData: initData,
    tgWebAppVersion: "8.0",
    tgWebAppPlatform: "android",
  });
  await page.goto(`${front}/#${launch.toString().replaceAll("+", "%20")}`);
  await page.getByTestId("nav-dashboard").waitFor();
  return (path) =>
    page.evaluate((to) => {
      window.history.pushState({ depth: 1 }, "", to);
      window.dispatchEvent(new PopStateEvent("popstate"));
    }, path);
}

await withSystem(async (addresses) => {
  const browser = await chromium.launch(browserLaunch());
  const fresh = async <T>(work: (page: Page, open: (path: string) => Promise<void>) => Promise<T>) => {
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    try {
      return await work(page, await start(page, addresses));
    } finally {
      await context.close();
    }
  };
  try {
    const maps: number[] = [];
    for (let run = 0; run < RUNS; run += 1)
      maps.push(await fresh((page, open) => drawFacadeMap(page, open, 1)));
    maps.sort((a, b) => a - b);
    console.log(`facade map 40 × 4: ${maps.map((took) => took.toFixed(0)).join(", ")} ms after its data`);
    const { frames, blank, longest, rows } = await fresh((page, open) => scrollTasks(page, open, 1));
    console.log(
      `${rows} tasks: ${frames} frames, ${blank} with a blank strip, the longest ${longest.toFixed(0)} ms`,
    );
    const charts: number[] = [];
    const perFrame: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const { paint, frames: drawn } = await fresh((page, open) => drawGantt(page, open, 1));
      charts.push(paint);
      perFrame.push(...drawn);
    }
    for (const times of [charts, perFrame]) times.sort((a, b) => a - b);
    const share = (part: number) => perFrame[Math.floor(perFrame.length * part)] ?? Number.NaN;
    console.log(
      `schedule 2000 × 3000, CPU × 4: ${charts.map((took) => took.toFixed(0)).join(", ")} ms after its data (≤ 150); ` +
        `a frame of scrolling ${share(0.5).toFixed(1)} ms, p95 ${share(0.95).toFixed(1)} ms (≤ 16)`,
    );
  } finally {
    await browser.close();
  }
});
