import { expect, type Page } from "@playwright/test";
import { lastMessage, press, say } from "./support/chat.ts";
import { openMiniApp } from "./support/mini-app.ts";
import { PEOPLE } from "./support/sandbox-client.ts";
import { system } from "./support/system.ts";
import { test } from "./support/test.ts";

const TASK = "Испытать анкеры, Восток 7";
const shoot = (page: Page, name: string) => page.screenshot({ path: `artifacts/linked-group/${name}.png` });

test("a group is linked by its manager, moves, hears of a task, is spoken to and unlinked", async ({
  page: chat,
  browser,
}) => {
  test.setTimeout(240_000);
  await chat.goto(system().sandbox);

  await test.step("a manager makes a group with a foreman and links it", async () => {
    await chat.getByTestId("new-group").click();
    const dialog = chat.getByTestId("dialog");
    await dialog.locator("input").first().fill("Площадка у крана");
    await dialog.locator("select").selectOption([String(PEOPLE.manager), String(PEOPLE.foreman)]);
    await dialog.getByRole("button", { name: "Создать" }).click();
    await expect(chat.getByTestId("chat-title")).toHaveText("Площадка у крана");
    await chat.getByTestId("sender").selectOption(String(PEOPLE.manager));
    await say(chat, "/link");
    await expect(lastMessage(chat, /Какой объект ведём/)).toBeVisible();
    await press(chat, /СПК Блок Б/);
    await expect(lastMessage(chat, /Чат привязан: СПК Блок Б/)).toBeVisible();
    await shoot(chat, "1-linked");
  });

  await test.step("the group becomes a supergroup, and a task of the app is told there", async () => {
    await chat.getByTestId("migrate").click();
    await expect(chat.getByTestId("migrate")).toHaveCount(0);
    const manager = await openMiniApp(browser, PEOPLE.manager, "o1_tasks");
    await manager.page.getByTestId("new-task").click();
    await manager.page.getByTestId("field-title").fill(TASK);
    await manager.page.getByTestId("person-search").fill("белов");
    await manager.page.getByTestId("form-sheet").getByText("Сергей Белов").click();
    await manager.page.getByTestId("send-form").click();
    const told = lastMessage(chat, new RegExp(TASK));
    await expect(told).toContainText("Белов", { timeout: 30_000 });
    await expect(told.getByTestId("inline-button")).toHaveAttribute("data-kind", "url");
    await shoot(chat, "2-told");
  });

  await test.step("talk is left alone; who addresses the bot is pointed to the private chat", async () => {
    await chat.getByTestId("sender").selectOption(String(PEOPLE.foreman));
    await say(chat, "Завтра в восемь");
    await say(chat, "@stsphera_bot что по задачам?");
    await expect(lastMessage(chat, /Это работает в личном чате/)).toBeVisible();
    await say(chat, "/chatinfo");
    await expect(lastMessage(chat, /Привязан/)).toContainText("Дёмин");
  });

  await test.step("the manager unlinks it in the app, takes it back, and unlinks it in the group", async () => {
    const manager = await openMiniApp(browser, PEOPLE.manager, "o1_chats");
    const row = manager.page.getByTestId("chats").getByText("Площадка у крана");
    await expect(row).toBeVisible();
    await shoot(manager.page, "3-chats");
    const linked = manager.page
      .getByTestId("chats")
      .locator("article")
      .filter({ hasText: "Площадка у крана" });
    await linked.getByRole("button", { name: "Отвязать" }).click();
    await expect(row).toHaveCount(0);
    await manager.page.getByTestId("toast-undo").click();
    await expect(row).toBeVisible();
    await chat.getByTestId("sender").selectOption(String(PEOPLE.manager));
    await say(chat, "/unlink");
    await expect(lastMessage(chat, /Чат отвязан/)).toBeVisible();
  });
});
