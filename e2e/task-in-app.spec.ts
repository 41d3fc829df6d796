import { expect, type Page } from "@playwright/test";
import { writeFile } from "node:fs/promises";
import { lastMessage, openChat, say } from "./support/chat.ts";
import { openMiniApp } from "./support/mini-app.ts";
import { drawPhoto } from "./support/photos.ts";
import { PEOPLE } from "./support/sandbox-client.ts";
import { system } from "./support/system.ts";
import { test } from "./support/test.ts";

const TASK = "Проверить герметик, Юг 9";
const shoot = (page: Page, name: string) => page.screenshot({ path: `artifacts/task-in-app/${name}.png` });
const toast = (page: Page, text: RegExp) => expect(page.getByTestId("toast")).toContainText(text);

test("a task between app and chat: set, taken, handed in with a photo, returned, accepted, taken back", async ({
  page: chat,
  browser,
}, info) => {
  test.setTimeout(240_000);
  const photo = info.outputPath("photo.jpg");
  await writeFile(photo, await drawPhoto(9));
  const manager = await openMiniApp(browser, PEOPLE.manager, "o1_tasks");
  const app = manager.page;

  await test.step("the manager sets the task in the app", async () => {
    await app.getByTestId("new-task").click();
    await app.getByTestId("field-title").fill(TASK);
    await app.getByTestId("person-search").fill("белов");
    await app.getByTestId("form-sheet").getByText("Сергей Белов").click();
    await app.getByTestId("send-form").click();
    await expect(app.getByTestId("task-assignee")).toContainText("Сергей Белов");
    await shoot(app, "1-set");
  });

  await test.step("the foreman takes it in the chat", async () => {
    await chat.goto(system().sandbox);
    await openChat(chat, PEOPLE.foreman);
    await expect(lastMessage(chat, new RegExp(TASK))).toBeVisible();
    // On a busy day the message is a line of a list: among the tasks it has its card.
    await say(chat, "/tasks");
    const mine = lastMessage(chat, /Мои задачи/);
    await mine.getByTestId("inline-button").filter({ hasText: TASK }).click();
    const take = chat.getByTestId("inline-button").filter({ hasText: /Беру в работу/ });
    const card = chat.getByTestId("message").filter({ hasText: TASK }).filter({ has: take }).last();
    await card
      .getByTestId("inline-button")
      .filter({ hasText: /Беру в работу/ })
      .click();
    await expect(lastMessage(chat, new RegExp(TASK))).toContainText("В работе");
  });

  const taskLink = `t${new URL(app.url()).pathname.split("/").at(-1)}`;
  const foreman = await openMiniApp(browser, PEOPLE.foreman, taskLink);

  await test.step("the foreman hands it in with a photo in the app", async () => {
    await foreman.page.getByTestId("act-submit").click();
    await foreman.page.getByTestId("photo-input").setInputFiles(photo);
    await expect(foreman.page.getByTestId("draft-photo")).toHaveAttribute("data-state", "sent");
    await foreman.page.getByTestId("send-form").click();
    await toast(foreman.page, /Сдано на проверку/);
    await shoot(foreman.page, "2-handed-in");
  });

  await test.step("the manager looks at the photo and returns the work with a reason", async () => {
    await expect(app.getByTestId("act-return")).toBeVisible({ timeout: 30_000 });
    const image = app.getByTestId("task-photo").locator("img").first();
    await expect(image).toBeVisible({ timeout: 30_000 });
    await app.getByTestId("task-photo").first().click();
    await expect(app.getByTestId("photo-viewer")).toBeVisible();
    await app.getByTestId("photo-close").click();
    await app.getByTestId("act-return").click();
    await app.getByTestId("reason-words").fill("Шов на оси 4 не заполнен");
    await app.getByTestId("send-form").click();
    await toast(app, /Возвращено/);
  });

  await test.step("the foreman reads why and hands it in again", async () => {
    const { page } = foreman;
    await expect(page.getByTestId("happening").filter({ hasText: "Шов на оси 4" })).toBeVisible({
      timeout: 30_000,
    });
    await page.getByTestId("act-submit").click();
    await page.getByTestId("send-form").click();
    await toast(page, /Сдано на проверку/);
  });

  await test.step("the manager accepts from the list of what waits, and takes it back at once", async () => {
    await app.goto(`${system().front}/waiting?kind=task_to_judge`);
    const row = app.locator('[data-testid^="waiting-task_to_judge-"]').filter({ hasText: TASK });
    await row.getByText("Работа принята").click();
    await toast(app, /Работа принята/);
    await expect(row).toHaveCount(0);
    await app.getByTestId("toast-undo").click();
    await expect(row).toHaveCount(1);
    await shoot(app, "3-taken-back");
    await openChat(chat, PEOPLE.foreman);
    await expect(lastMessage(chat, new RegExp(TASK))).toContainText("На проверке");
  });
  await foreman.context.close();
  await manager.context.close();
});
