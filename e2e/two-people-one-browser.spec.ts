import { expect, type Page } from "@playwright/test";
import { type Api, signIn } from "./support/api-client.ts";
import { PEOPLE, sandboxClient } from "./support/sandbox-client.ts";
import { system } from "./support/system.ts";
import { test } from "./support/test.ts";

const PHONE = { viewport: { width: 390, height: 844 }, locale: "ru-RU", timezoneId: "Europe/Moscow" };

async function enter(page: Page, api: Api): Promise<void> {
  const { link } = await api<{ link: string }>("POST", "/auth/links", {});
  await page.goto(link);
  await page.getByTestId("enter-by-link").click();
  await expect(page.getByTestId("nav-profile")).toBeVisible();
}

test("a page of one person writes nothing as another who signed in beside it", async ({ browser }) => {
  const { front, sandbox } = system();
  const telegram = sandboxClient(sandbox);
  const apiOf = async (person: number) => signIn(front, await telegram.initData(person));
  const [foreman, manager] = [await apiOf(PEOPLE.foreman), await apiOf(PEOPLE.manager)];
  const { items } = await foreman<{ items: { id: number; name: string }[] }>("GET", "/objects");
  const objectId = items.find(({ name }) => name === "СПК Блок Б")?.id ?? 0;
  const entries = async () =>
    (await manager<{ items: unknown[] }>("GET", `/objects/${objectId}/facts`)).items.length;
  const context = await browser.newContext(PHONE);

  const first = await context.newPage();
  // Nor does the browser tell it, as it would: only the write itself can.
  await first.addInitScript(() => {
    const add = window.addEventListener.bind(window) as (...all: unknown[]) => void;
    window.addEventListener = ((...all: unknown[]) =>
      all[0] === "storage" ? undefined : add(...all)) as typeof window.addEventListener;
  });
  await enter(first, foreman);
  await first.goto(`${front}/objects/${objectId}/fact`);
  const quick = first.locator('[data-testid^="line-quick-"]').first();
  await expect(quick).toBeVisible();
  const before = await entries();

  // No read of the first page finds out first.
  await first.route("**/api/**", (route) =>
    route.request().method() === "GET" ? undefined : route.continue(),
  );
  const second = await context.newPage();
  await enter(second, manager);
  const restarted = first.waitForEvent("load");
  await quick.click();
  await restarted;
  await first.unrouteAll({ behavior: "ignoreErrors" });
  await first.reload();
  await expect(first.getByTestId("nav-profile")).toBeVisible();
  await first.getByTestId("nav-profile").click();
  await expect(first.locator("main")).toContainText("Дёмин");
  expect(await entries()).toBe(before);
  await context.close();
});
