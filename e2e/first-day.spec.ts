import { expect, type FrameLocator } from "@playwright/test";
import { writeFile } from "node:fs/promises";
import { lastMessage, openChat, press, say } from "./support/chat.ts";
import { drawPhoto } from "./support/photos.ts";
import { PEOPLE } from "./support/sandbox-client.ts";
import { system } from "./support/system.ts";
import { test } from "./support/test.ts";

const artefact = (name: string) => `artifacts/journey/${name}.png`;

const litWindows = async (phone: FrameLocator) =>
  Number(await phone.getByTestId("hero-building").getAttribute("data-lit"));

test("a foreman's entry with photos reaches the manager's phone", async ({ page }, info) => {
  const { sandbox } = system();
  await page.goto(sandbox);

  await test.step("the manager opens the dashboard", async () => {
    await openChat(page, PEOPLE.manager);
    await say(page, "/menu");
    await expect(lastMessage(page, /СПК Блок Б/)).toBeVisible();
    await page.getByTestId("open-app").first().click();
  });
  const phone = page.getByTestId("phone-frame").contentFrame();
  await expect(phone.getByTestId("progress-number")).toBeVisible({ timeout: 30_000 });
  const litBefore = await litWindows(phone);
  await page.screenshot({ path: artefact("1-manager-before") });

  await test.step("the foreman chooses a line and a quantity, and saves", async () => {
    await openChat(page, PEOPLE.foreman);
    await say(page, "/fact");
    await expect(lastMessage(page, /Факт · СПК Блок Б/)).toBeVisible();
    await page.screenshot({ path: artefact("2-foreman-lines") });
    await press(page, /Модули · Юг/);
    await expect(lastMessage(page, /Сколько сделано/)).toBeVisible();
    await press(page, /Как вчера · 10/);
    await expect(lastMessage(page, /Станет/)).toBeVisible();
    await press(page, /Записать/);
    await expect(lastMessage(page, /Записано/)).toBeVisible();
  });

  await test.step("the foreman sends an album of three photos", async () => {
    const files = await Promise.all(
      [1, 2, 3].map(async (n) => {
        const path = info.outputPath(`photo-${n}.jpg`);
        await writeFile(path, await drawPhoto(n));
        return path;
      }),
    );
    await page.getByTestId("attach").setInputFiles(files);
    await page.getByTestId("send").click();
    await expect(lastMessage(page, /Фото\s+3/)).toBeVisible();
    await page.screenshot({ path: artefact("3-foreman-saved") });
  });

  await test.step("the manager receives the day's card and opens the object from it", async () => {
    await openChat(page, PEOPLE.manager);
    const card = lastMessage(page, /Внесено/);
    await expect(card).toContainText("СПК Блок Б");
    await page.screenshot({ path: artefact("4-manager-card") });
    await card.getByTestId("inline-button").filter({ hasText: "Открыть" }).click();
    const entry = phone.locator('[data-testid^="fact-row-"]').filter({ hasText: "Юг" }).first();
    await expect(entry).toBeVisible({ timeout: 30_000 });
    await expect(entry.getByTestId("fact-photo")).toHaveCount(3);
    await expect(entry).toContainText("10 шт");
    await expect(entry.getByTestId("deviation")).toContainText("−2");
    for (const photo of await entry.getByTestId("fact-photo").locator("img").all()) {
      await expect
        .poll(() => photo.evaluate((image) => (image as HTMLImageElement).naturalWidth), { timeout: 30_000 })
        .toBeGreaterThan(0);
    }
    await page.screenshot({ path: artefact("5-manager-object") });
  });

  await test.step("the building in the manager's dashboard has more lit windows", async () => {
    await page.getByTestId("phone-back").click();
    await expect.poll(() => litWindows(phone), { timeout: 20_000 }).toBeGreaterThan(litBefore);
    await page.screenshot({ path: artefact("6-manager-after") });
  });
});
