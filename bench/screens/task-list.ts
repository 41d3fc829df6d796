import type { Page } from "@playwright/test";

const TASKS = 1000;
const PAGE = 30;
const SCREENS_A_SECOND = 4;

type List = { items: Record<string, unknown>[]; nextCursor: string | null };

/** The page of a thousand tasks that a cursor stands for. */
function thousand({ items }: List, asked: URL): List {
  const from = Number(asked.searchParams.get("cursor") ?? 0);
  const count = Math.min(PAGE, TASKS - from);
  const rows = Array.from({ length: count }, (_, at) => ({
    ...items[at % items.length],
    id: 100_000 + from + at,
    title: `Задача ${from + at + 1}: проверить узлы крепления на захватке`,
  }));
  return { items: rows, nextCursor: from + count < TASKS ? String(from + count) : null };
}

/**
 * Scrolls through a thousand tasks, four screens a second: the share of frames in which a part of the window held no
 * row, the longest frame, and how many rows were drawn.
 */
export async function scrollTasks(page: Page, open: (path: string) => Promise<void>, objectId: number) {
  const address = `**/api/objects/${objectId}/tasks?*`;
  let real: List | null = null;
  await page.route(address, async (route) => {
    const asked = new URL(route.request().url());
    if (real === null) {
      asked.searchParams.delete("cursor");
      real = (await (await route.fetch({ url: asked.href })).json()) as List;
    }
    await route.fulfill({ json: thousand(real, new URL(route.request().url())) });
  });
  await open(`/objects/${objectId}/tasks`);
  await page
    .locator(".entity-list > li")
    .nth(PAGE - 1)
    .waitFor({ state: "attached" });
  const result = await page.evaluate(async (screens) => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const rowAt = (y: number) =>
      document.elementFromPoint(innerWidth / 2, y)?.closest(".entity-list") ?? null;
    // Under the head of the page and above its button.
    const places = [0.3, 0.5, 0.7].map((share) => innerHeight * share);
    const end = () => document.documentElement.scrollHeight - innerHeight - 1;
    let [frames, blank, longest] = [0, 0, 0];
    let before = await frame();
    scrollTo(0, innerHeight);
    while (scrollY < end()) {
      const now = await frame();
      const took = now - before;
      before = now;
      frames += 1;
      longest = Math.max(longest, took);
      scrollBy(0, (innerHeight * screens * Math.min(took, 100)) / 1000);
      if (scrollY < end() && places.some((y) => rowAt(y) === null)) blank += 1;
    }
    return { frames, blank, longest, rows: document.querySelectorAll(".entity-list > li").length };
  }, SCREENS_A_SECOND);
  await page.unroute(address);
  return result;
}
