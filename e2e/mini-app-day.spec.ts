import { expect, type Locator, type Page } from "@playwright/test";
import { writeFile } from "node:fs/promises";
import { signIn } from "./support/api-client.ts";
import { openMiniApp } from "./support/mini-app.ts";
import { drawPhoto } from "./support/photos.ts";
import { PEOPLE, sandboxClient } from "./support/sandbox-client.ts";
import { system } from "./support/system.ts";
import { test } from "./support/test.ts";

const shoot = (page: Page, name: string) =>
  page.screenshot({ path: `artifacts/journey-mini-app/${name}.png` });
const toast = (page: Page, text: RegExp) => expect(page.getByTestId("toast")).toContainText(text);

async function objectLink(): Promise<string> {
  const { front, sandbox } = system();
  const api = await signIn(front, await sandboxClient(sandbox).initData(PEOPLE.foreman));
  const { items } = await api<{ items: { id: number; name: string }[] }>("GET", "/objects");
  const object = items.find(({ name }) => name === "СПК Блок Б");
  if (object === undefined) throw new Error("the object of the story is not there");
  return `o${object.id}_fact`;
}

/** Entries of a line that are in force, newest first; undone ones are folded away. */
const entriesOf = (page: Page, line: string) =>
  page.locator('[data-testid^="fact-row-"]').filter({ hasText: line });

const idOf = async (entry: Locator) => {
  const testId = await entry.getAttribute("data-testid");
  return String(testId).replace("fact-row-", "");
};

async function hasPhoto(entry: Locator): Promise<void> {
  const image = entry.getByTestId("fact-photo").locator("img");
  await expect(image).toHaveCount(1, { timeout: 30_000 });
  await image.scrollIntoViewIfNeeded();
  await expect
    .poll(() => image.evaluate((node) => (node as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
}

test("a day of facts in the Mini App: entered, corrected, undone, sent after an outage, confirmed", async ({
  browser,
}, info) => {
  const photo = info.outputPath("photo.jpg");
  await writeFile(photo, await drawPhoto(4));
  const link = await objectLink();
  const { context, page } = await openMiniApp(browser, PEOPLE.foreman, link);
  const quick = page.locator('[data-testid^="line-quick-"]');
  await expect(quick.first()).toBeVisible({ timeout: 30_000 });
  const lineId = String(await quick.first().getAttribute("data-testid")).replace("line-quick-", "");
  const line = page.getByTestId(`line-${lineId}`);
  const name = String(await line.textContent());
  const save = page.getByTestId("save-fact");
  const openSheet = async () => {
    await line.click();
    await expect(save).toBeVisible();
  };

  await test.step("the foreman chooses a planned line, adds a photo and presses twice: one entry", async () => {
    await openSheet();
    await page.getByTestId("chip-plan").click();
    await page.getByTestId("photo-input").setInputFiles(photo);
    await expect(page.getByTestId("draft-photo")).toHaveAttribute("data-state", "sent");
    await shoot(page, "1-sheet");
    await save.dblclick();
    await toast(page, /Записано/);
    await expect(entriesOf(page, name)).toHaveCount(1);
    await hasPhoto(entriesOf(page, name));
    await shoot(page, "2-saved");
  });

  await test.step("the foreman corrects the quantity", async () => {
    const first = await idOf(entriesOf(page, name));
    await page.getByTestId(`correct-${first}`).click();
    await page.getByTestId("qty-value").fill("3");
    // The browser's back closes the sheet alone; what was typed is there again.
    await page.goBack();
    await expect(save).toHaveCount(0);
    await page.getByTestId(`correct-${first}`).click();
    await expect(page.getByTestId("qty-value")).toHaveValue("3");
    await save.click();
    await toast(page, /Исправлено/);
    await expect(page.getByTestId(`fact-row-${first}`)).toHaveCount(0);
    await expect(entriesOf(page, name)).toHaveCount(1);
    await expect(entriesOf(page, name).locator(".figure")).toHaveText(/^3\s/);
    await shoot(page, "3-corrected");
  });

  await test.step("the foreman undoes the correction, then the entry: the line is as before", async () => {
    const corrected = await idOf(entriesOf(page, name));
    await page.getByTestId(`undo-entry-${corrected}`).click();
    await toast(page, /Отменено/);
    await expect(page.getByTestId(`fact-row-${corrected}`)).toHaveCount(0);
    await expect(entriesOf(page, name)).toHaveCount(1);
    await expect(entriesOf(page, name).locator(".figure")).not.toHaveText(/^3\s/);
    await page.getByTestId(`undo-entry-${await idOf(entriesOf(page, name))}`).click();
    await expect(entriesOf(page, name)).toHaveCount(0);
    await expect(page.getByTestId(`line-quick-${lineId}`)).toBeVisible();
  });

  await test.step("without a network the entry and its photo wait on the phone", async () => {
    await page.waitForLoadState("networkidle");
    await context.setOffline(true);
    await openSheet();
    await page.getByTestId("chip-plan").click();
    await page.getByTestId("photo-input").setInputFiles(photo);
    await expect(page.getByTestId("draft-photo")).toHaveAttribute("data-state", "kept");
    await expect(save).toContainText("уйдёт при связи");
    await save.click();
    await expect(page.getByTestId("network-strip")).toContainText(/Нет сети.*в очереди 1 факт, 1 фото/);
    await shoot(page, "4-offline");
  });

  await test.step("when the network is back, both are sent once", async () => {
    await context.setOffline(false);
    await expect(page.getByTestId("network-strip")).toHaveCount(0, { timeout: 30_000 });
    await expect(entriesOf(page, name)).toHaveCount(1);
    await hasPhoto(entriesOf(page, name));
    await shoot(page, "5-sent");
  });

  await test.step("the manager confirms it", async () => {
    const id = await idOf(entriesOf(page, name));
    const manager = await openMiniApp(browser, PEOPLE.manager, link);
    const entry = manager.page.getByTestId(`fact-row-${id}`);
    await expect(entry).toBeVisible({ timeout: 30_000 });
    await hasPhoto(entry);
    await manager.page.getByTestId(`confirm-${id}`).click();
    await expect(entry).toHaveAttribute("data-status", "confirmed");
    await shoot(manager.page, "6-confirmed");
    await manager.context.close();
  });
  await context.close();
});
