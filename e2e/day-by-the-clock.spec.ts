import { expect, type Page } from "@playwright/test";
import { lastMessage, openChat, press } from "./support/chat.ts";
import { clockTo, moscowDay } from "./support/clock.ts";
import { openMiniApp } from "./support/mini-app.ts";
import { PEOPLE } from "./support/sandbox-client.ts";
import { system } from "./support/system.ts";
import { test } from "./support/test.ts";

test.use({ calendar: "a foreman's day" });

const shoot = (page: Page, name: string) =>
  page.screenshot({ path: `artifacts/day-by-the-clock/${name}.png`, fullPage: true });

test("a foreman's day: the morning card, a fact, idle time, a closed shift, the day confirmed, the director's morning", async ({
  page: chat,
  browser,
}) => {
  const day = await moscowDay(1);
  chat.setDefaultTimeout(20_000);
  await chat.goto(system().sandbox);

  await test.step("45 minutes before the shift the card asks for yesterday's facts, and takes the answer", async () => {
    await clockTo(day, "07:20");
    await openChat(chat, PEOPLE.foreman);
    const card = lastMessage(chat, /🌅/);
    await expect(card).toContainText("Нет факта: вчера", { timeout: 30_000 });
    await expect(card).toContainText("План");
    await shoot(chat, "1-morning");
    await press(chat, /^Не работали$/);
    await expect(lastMessage(chat, /Почему по ним нет факта/)).toBeVisible();
    await press(chat, /^Не работали$/);
    await expect(lastMessage(chat, /Смена закрыта/)).toContainText("Без факта");
  });

  await clockTo(day, "16:00");
  const foreman = await openMiniApp(browser, PEOPLE.foreman, "o1_fact");
  await test.step("two lines are entered with a tap each", async () => {
    const quick = foreman.page.locator('[data-testid^="line-quick-"]');
    await expect(quick.first()).toBeVisible({ timeout: 30_000 });
    for (let lines = 0; lines < 2; lines += 1) {
      const line = String(await quick.first().getAttribute("data-testid"));
      await quick.first().click();
      await expect(foreman.page.getByTestId(line)).toHaveCount(0);
    }
  });

  await test.step("a crew stood idle for the wind", async () => {
    await foreman.page.getByTestId("to-shift").click();
    await foreman.page.getByTestId("new-downtime").click();
    await foreman.page.locator('[data-testid^="choice-crews-"]').first().click();
    await foreman.page.getByTestId("reason-weather_wind").click();
    await foreman.page.locator('[data-testid^="choice-hours-"]').first().click();
    await foreman.page.getByTestId("send-form").click();
    await expect(foreman.page.locator('[data-testid^="shift-record-"]').first()).toContainText("Ветер");
  });

  await test.step("the shift is closed, with the reasons of the lines without a fact", async () => {
    await foreman.page.getByTestId("close-shift").click();
    await foreman.page.getByTestId("send-close").click();
    await expect(foreman.page.getByTestId("shift-state").first()).toContainText(/[Зз]акрыта/);
    await shoot(foreman.page, "2-closed");
    await foreman.context.close();
  });

  await test.step("its manager hears of it in the chat, and confirms the day in the app", async () => {
    await openChat(chat, PEOPLE.manager);
    // By the card of the day or, after a busy morning, by its line in the list.
    await expect(lastMessage(chat, /2 из 24/)).toBeVisible({ timeout: 30_000 });
    await shoot(chat, "3-told");
    const manager = await openMiniApp(browser, PEOPLE.manager, "o1_fact");
    await manager.page.getByTestId("confirm-day").click({ timeout: 30_000 });
    await expect(manager.page.getByTestId("toast")).toContainText("Подтвержден");
    await manager.context.close();
  });

  await test.step("in the morning the director reads where the object stands, and what idle time it cost", async () => {
    await clockTo(await moscowDay(1), "09:02");
    await openChat(chat, PEOPLE.director);
    const card = lastMessage(chat, /🌅/);
    await expect(card).toContainText("СПК Блок Б", { timeout: 30_000 });
    await expect(card).toContainText("чел.-ч");
    await shoot(chat, "4-director");
  });
});
