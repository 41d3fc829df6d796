import { expect, type Page } from "@playwright/test";
import { hardToUse } from "./crawl/crawl.ts";
import { lastMessage, openChat, press } from "./support/chat.ts";
import { openMiniApp, openSection } from "./support/mini-app.ts";
import { PEOPLE, sandboxClient } from "./support/sandbox-client.ts";
import { system } from "./support/system.ts";
import { test } from "./support/test.ts";

const NAME = "Тимур Гайнов";
const REASON = "Нет такого сотрудника";
const A_DAY_AND_A_BIT = 25 * 3600;

const shoot = (page: Page, name: string) => page.screenshot({ path: `artifacts/stranger/${name}.png` });
const toast = (page: Page, text: RegExp) => expect(page.getByTestId("toast")).toContainText(text);

test("a stranger opens the app first, is refused, asks again, is let in, is added to an object and enters a fact", async ({
  page: chat,
  browser,
}) => {
  test.setTimeout(240_000);
  const { sandbox } = system();
  chat.setDefaultTimeout(20_000);
  const stranger = await openMiniApp(browser, PEOPLE.stranger, "");
  const app = stranger.page;
  app.setDefaultTimeout(20_000);

  await test.step("the stranger agrees, says name and phone, and waits", async () => {
    await expect(app.getByTestId("gate-newcomer")).toContainText("вы соглашаетесь на обработку");
    await expect(app.getByTestId("field-fullName")).toHaveValue(NAME);
    await app.getByTestId("field-phone").fill("8 (999) 100-00-98");
    expect(await hardToUse(app)).toEqual([]);
    await shoot(app, "1-newcomer");
    await app.getByTestId("send-request").click();
    await expect(app.getByTestId("gate-pending")).toContainText("Заявка на рассмотрении");
    expect(await hardToUse(app)).toEqual([]);
    await shoot(app, "2-pending");
  });

  await test.step("the administrator refuses", async () => {
    await chat.goto(sandbox);
    await openChat(chat, PEOPLE.admin);
    const card = lastMessage(chat, /Новый человек/);
    await expect(card).toContainText(NAME);
    await expect(card).toContainText("+7 999");
    await press(chat, /^Отказать$/);
    await press(chat, new RegExp(REASON));
    await expect(lastMessage(chat, /Новый человек/)).toContainText("Доступ не открыт");
  });

  await test.step("the stranger reads why, and a day later asks again", async () => {
    await app.getByText("Обновить").click();
    await expect(app.getByTestId("gate-rejected")).toContainText(REASON);
    await expect(app.getByTestId("ask-again-at")).toBeVisible();
    expect(await hardToUse(app)).toEqual([]);
    await shoot(app, "3-refused");
    await sandboxClient(sandbox).clock({ advanceSeconds: A_DAY_AND_A_BIT });
    await stranger.context.close();
  });

  const later = await openMiniApp(browser, PEOPLE.stranger, "");
  later.page.setDefaultTimeout(20_000);
  await test.step("the request is there again, with the reason of before; the administrator lets the stranger in", async () => {
    await later.page.getByTestId("ask-again").click();
    await expect(later.page.getByTestId("gate-pending")).toBeVisible();
    const card = lastMessage(chat, /Новый человек/);
    await expect(card).toContainText(`Прежний отказ ${" "}${REASON}`);
    await press(chat, /Выбрать роль/);
    await press(chat, /Прораб/);
    await expect(lastMessage(chat, /Новый человек/)).toContainText("Доступ открыт: Прораб");
    await later.page.getByText("Обновить").click();
    await expect(later.page.getByTestId("nav-objects")).toBeVisible();
    await shoot(later.page, "4-in");
  });

  const manager = await openMiniApp(browser, PEOPLE.manager, "o1_team");
  manager.page.setDefaultTimeout(20_000);
  await test.step("the project manager adds the stranger to the object", async () => {
    await manager.page.getByTestId("add-member").click();
    await manager.page.getByTestId("search").fill("гайнов тимур");
    await manager.page.getByTestId("add-sheet").getByText(NAME).click();
    await manager.page.getByTestId("role-construction_itr").click();
    await shoot(manager.page, "5-roles");
    await manager.page.getByTestId("save-roles").click();
    await toast(manager.page, /В команде: Тимур Гайнов/);
    await expect(manager.page.getByTestId("department-construction")).toContainText(NAME);
    await shoot(manager.page, "6-team");
  });

  await test.step("the stranger is told, opens the object from there and enters a fact", async () => {
    const { page } = later;
    await page.getByTestId("nav-notifications").click();
    await page.getByText("Вы в команде объекта").click({ timeout: 30_000 });
    await expect(page).toHaveURL(/\/objects\/1$/);
    await openSection(page, "fact");
    const quick = page.locator('[data-testid^="line-quick-"]').first();
    await expect(quick).toBeVisible({ timeout: 30_000 });
    await quick.click();
    await toast(page, /Записано/);
    await shoot(page, "7-fact");
  });
  await later.context.close();
  await manager.context.close();
});
