import type { Page } from "@playwright/test";
import type { FacadeMap } from "../../packages/contracts/src/index.ts";
import { respond } from "./respond.ts";

const FLOORS = 40;
const FACADES = ["Север", "Восток", "Юг", "Запад"];

/** A map of forty floors and four facades, partly done, with the works of a real one. */
function tallMap(known: FacadeMap): FacadeMap {
  const numbers = Array.from({ length: FLOORS }, (_, at) => at + 1);
  const facades = FACADES.map((name, side) => ({
    ...known.facades[0],
    id: side + 1,
    code: name,
    name,
    floors: numbers.map((number) => ({
      id: number,
      code: String(number),
      floorVolumeId: side * FLOORS + number,
      plan: "36",
      fact: number < 10 * side ? "36" : "9",
      accepted: "0",
      defects: number % 7 === 0 ? 1 : 0,
      pct: number < 10 * side ? "100" : "25",
      remaining: number < 10 * side ? "0" : "27",
      week: "4",
    })),
  }));
  const floors = numbers.map((number) => ({ id: number, code: String(number) }));
  return { ...known, floors, facades: facades as FacadeMap["facades"] };
}

/** Milliseconds from the last byte of the map's data to the first frame that shows all its cells. */
export async function drawFacadeMap(page: Page, open: (path: string) => Promise<void>, objectId: number) {
  const known = await respond<FacadeMap>(page, `**/api/objects/${objectId}/facade-map*`, tallMap);
  await page.evaluate((cells) => {
    const watch = new MutationObserver(() => {
      if (document.querySelectorAll(".map-cell").length < cells) return;
      watch.disconnect();
      // The frame after the one that paints them.
      requestAnimationFrame(() => setTimeout(() => performance.mark("map-drawn")));
    });
    watch.observe(document.body, { childList: true, subtree: true });
  }, FLOORS * FACADES.length);
  await open(`/objects/${objectId}/facade`);
  await page.waitForFunction(() => performance.getEntriesByName("map-drawn").length > 0);
  const took = await page.evaluate(() => {
    const answers = performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.includes("/facade-map")) as PerformanceResourceTiming[];
    const drawn = performance.getEntriesByName("map-drawn")[0]?.startTime ?? Number.NaN;
    return drawn - (answers.at(-1)?.responseEnd ?? Number.NaN);
  });
  await known.stop();
  return took;
}
