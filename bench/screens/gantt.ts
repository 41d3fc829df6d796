import type { Page } from "@playwright/test";
import type { GprContent } from "../../packages/contracts/src/index.ts";
import { respond } from "./respond.ts";

const SECTIONS = 40;
const ROWS = 2000;
const LINKS = 3000;
/** How much slower a cheap phone is. */
const SLOWER = 4;
const FRAMES = 120;
const DAY_MS = 86_400_000;

const keyOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`;
const dayAt = (start: string, days: number) =>
  new Date(Date.parse(`${start}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** A schedule of two thousand rows in forty sections, with three thousand links, of the length of a real one. */
function large(known: GprContent): GprContent {
  const [row] = known.rows;
  if (row === undefined) throw new Error("The version has no rows");
  const inSection = ROWS / SECTIONS;
  const rows = Array.from({ length: ROWS }, (_, at): GprContent["rows"][number] => {
    const isSection = at % inSection === 0;
    const first = Math.floor((at / ROWS) * 500);
    return {
      ...row,
      key: keyOf(at),
      number: at + 1,
      parent: isSection ? null : keyOf(at - (at % inSection)),
      name: isSection
        ? `Захватка ${at / inSection + 1}`
        : `Монтаж модулей и герметизация стыков, участок ${at}`,
      duration: isSection ? 0 : 3 + (at % 17),
      start: dayAt(known.startOn, first),
      finish: dayAt(known.startOn, first + (isSection ? 40 : 3 + (at % 17))),
      critical: at % 7 === 0,
      float: at % 7 === 0 ? 0 : at % 11,
    };
  });
  const leaves = rows.filter(({ parent }) => parent !== null);
  const links = Array.from({ length: LINKS }, (_, at): GprContent["links"][number] => ({
    from: leaves[at % leaves.length]?.key ?? "",
    to: leaves[(at * 7 + 3) % leaves.length]?.key ?? "",
    type: (["FS", "SS", "FF", "SF"] as const)[at % 4] ?? "FS",
    lag: 0,
    unit: "work",
  }));
  return { ...known, rows, links };
}

export type GanttTimes = { paint: number; frames: number[] };

/**
 * Milliseconds from the last byte of the rows to the first frame that shows them, and of each frame's own work while the
 * chart scrolls in both directions with all links, on a processor four times slower.
 */
export async function drawGantt(
  page: Page,
  open: (path: string) => Promise<void>,
  gprId: number,
): Promise<GanttTimes> {
  const address = `**/api/gpr-versions/${gprId}/rows`;
  const known = await respond<GprContent>(page, address, large);
  await page.evaluate(() => {
    const watch = new MutationObserver(() => {
      if (document.querySelectorAll(".board-row").length === 0) return;
      watch.disconnect();
      // The frame after the one that paints them.
      requestAnimationFrame(() => setTimeout(() => performance.mark("board-drawn")));
    });
    watch.observe(document.body, { childList: true, subtree: true });
  });
  // The part of the app is there before its data, as it is on a phone that has opened it before.
  await open(`/gpr/${gprId}`);
  await page.getByTestId("gpr-schedule").waitFor();
  await page.waitForTimeout(4000);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await open(`/gpr/${gprId}/schedule?view=chart&links=all`);
  await page.waitForFunction(() => performance.getEntriesByName("board-drawn").length > 0);
  const paint = await page.evaluate(() => {
    const answers = performance
      .getEntriesByType("resource")
      .filter(({ name }) => /gpr-versions\/\d+\/rows/.test(name)) as PerformanceResourceTiming[];
    const drawn = performance.getEntriesByName("board-drawn")[0]?.startTime ?? Number.NaN;
    return drawn - (answers.at(-1)?.responseEnd ?? Number.NaN);
  });
  const frames = await page.evaluate(async (count) => {
    const board = document.querySelector(".board");
    if (board === null) throw new Error("no board");
    const times: number[] = [];
    const original = window.requestAnimationFrame.bind(window);
    let spent = 0;
    window.requestAnimationFrame = (callback) =>
      original((now) => {
        const before = performance.now();
        callback(now);
        spent += performance.now() - before;
      });
    for (let at = 0; at < count; at += 1) {
      spent = 0;
      board.scrollTop += 90;
      board.scrollLeft += at % 2 === 0 ? 24 : -12;
      // The event of the scrolling asks for a frame, which draws; the next one begins after it.
      await new Promise((resolve) => original(() => original(resolve)));
      times.push(spent);
    }
    window.requestAnimationFrame = original;
    return times;
  }, FRAMES);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await known.stop();
  return { paint, frames };
}
