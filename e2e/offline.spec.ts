import { expect, type Locator, type Page } from "@playwright/test";
import { writeFile } from "node:fs/promises";
import { signIn } from "./support/api-client.ts";
import { openMiniApp } from "./support/mini-app.ts";
import { drawPhoto } from "./support/photos.ts";
import { PEOPLE, sandboxClient } from "./support/sandbox-client.ts";
import { system } from "./support/system.ts";
import { test } from "./support/test.ts";

const strip = (page: Page) => page.getByTestId("network-strip");
const rows = (page: Page) => page.getByTestId("queue-row");
const quickOf = (page: Page) => page.locator('[data-testid^="line-quick-"]');

type Api = Awaited<ReturnType<typeof signIn>>;
type Entries = { items: { id: number; floorVolumeId: number; status: string; photos: unknown[] }[] };

async function foremansObject(): Promise<{ api: Api; objectId: number }> {
  const { front, sandbox } = system();
  const api = await signIn(front, await sandboxClient(sandbox).initData(PEOPLE.foreman));
  const { items } = await api<{ items: { id: number; name: string }[] }>("GET", "/objects");
  const object = items.find(({ name }) => name === "СПК Блок Б");
  if (object === undefined) throw new Error("the object of the story is not there");
  return { api, objectId: object.id };
}

/** The app is on the phone once its worker leads the page. */
const isKept = (page: Page) =>
  page.evaluate(() => navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null));

async function lineIdOf(quick: Locator): Promise<string> {
  return String(await quick.getAttribute("data-testid")).replace("line-quick-", "");
}

test("two facts and a photo without a network: the app closed and opened, one undone in the queue, all arrive once", async ({
  browser,
}, info) => {
  const photo = info.outputPath("photo.jpg");
  await writeFile(photo, await drawPhoto(5));
  const { api, objectId } = await foremansObject();
  const entries = async () =>
    (await api<Entries>("GET", `/objects/${objectId}/facts?limit=100&sort=-createdAt`)).items;
  const before = (await entries()).map(({ id }) => id);
  const { context, page } = await openMiniApp(browser, PEOPLE.foreman, `o${objectId}_fact`);
  const address = page.url();
  await expect(quickOf(page).first()).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => isKept(page), { timeout: 30_000 }).toBe(true);
  // The dashboard, too, was opened before.
  await page.getByTestId("nav-dashboard").click();
  await page.getByTestId("enter-facts").click();
  await expect(quickOf(page).first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  const launch = await page.evaluate(() => sessionStorage.getItem("stsphera.launch"));

  const [first, second, third] = await Promise.all([0, 1, 2].map((at) => lineIdOf(quickOf(page).nth(at))));

  await test.step("without a network two lines are entered, one with a photo, and a third by mistake", async () => {
    await context.setOffline(true);
    await page.getByTestId(`line-${first}`).click();
    await page.getByTestId("chip-plan").click();
    await page.getByTestId("photo-input").setInputFiles(photo);
    await expect(page.getByTestId("draft-photo")).toHaveAttribute("data-state", "kept");
    await page.getByTestId("save-fact").click();
    await expect(strip(page)).toContainText(/Нет сети.*в очереди 1 факт, 1 фото/);
    await page.getByTestId(`line-quick-${second}`).click();
    await page.getByTestId(`line-quick-${third}`).click();
    await expect(strip(page)).toContainText("в очереди 3 факта, 1 фото");
  });

  const again = await context.newPage();
  await test.step("closed and opened without a network, the app shows what was read and what waits", async () => {
    await page.close();
    await again.goto(`${new URL(address).origin}/#${launchFragment(launch)}`);
    await expect(strip(again)).toContainText(/Нет сети · данные на \d\d:\d\d · в очереди 3 факта, 1 фото/);
    await expect(again.getByTestId(`line-${first}`)).toBeVisible();
    await expect(again.getByTestId(`line-quick-${first}`)).toHaveCount(0);
    await again.getByTestId("nav-dashboard").click();
    await expect(again.getByTestId("hero")).toBeVisible();
    await expect(again.getByTestId("hero-building")).toBeVisible();
  });

  await test.step("the mistaken one is taken out of the queue", async () => {
    await strip(again).click();
    await expect(rows(again)).toHaveCount(4);
    await rows(again).nth(3).getByText("Убрать").click();
    await expect(rows(again)).toHaveCount(3);
    await again.getByTestId("toast-put-back").click();
    await expect(rows(again)).toHaveCount(4);
    await rows(again).nth(3).getByText("Убрать").click();
    await expect(strip(again)).toContainText("в очереди 2 факта, 1 фото");
    await again.screenshot({ path: "artifacts/journey-offline/queue.png" });
  });

  await test.step("with the network back all arrive, each once", async () => {
    await context.setOffline(false);
    await expect(strip(again)).toHaveCount(0, { timeout: 45_000 });
    const fresh = (await entries()).filter(({ id }) => !before.includes(id));
    expect(fresh.map(({ floorVolumeId }) => String(floorVolumeId)).toSorted()).toEqual(
      [first, second].toSorted(),
    );
    expect(fresh.find(({ floorVolumeId }) => String(floorVolumeId) === first)?.photos).toHaveLength(1);
  });
  await context.close();
});

/** The launch that Telegram would hand over again. */
function launchFragment(kept: string | null): string {
  const { initData, platform, version } = JSON.parse(kept ?? "{}") as Record<string, string>;
  return new URLSearchParams({
    tgWebAppData: initData ?? "",
    tgWebAppPlatform: platform ?? "",
    tgWebAppVersion: version ?? "",
  })
    .toString()
    .replaceAll("+", "%20");
}
