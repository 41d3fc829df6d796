import { expect, type Page } from "@playwright/test";
import { writeFile } from "node:fs/promises";
import { lastMessage, openChat, press, say } from "./support/chat.ts";
import { openMiniApp } from "./support/mini-app.ts";
import { drawPhoto } from "./support/photos.ts";
import { PEOPLE } from "./support/sandbox-client.ts";
import { system } from "./support/system.ts";
import { test } from "./support/test.ts";

const WHAT = "Крепёж крышек М6";
const toast = (page: Page, text: RegExp) => expect(page.getByTestId("toast")).toContainText(text);

test("an order from the photo of the empty pack to a receipt with a difference, and its discrepancy closed", async ({
  page: chat,
  browser,
}, info) => {
  test.setTimeout(240_000);
  const [pack, waybill] = [info.outputPath("pack.jpg"), info.outputPath("waybill.jpg")];
  await writeFile(pack, await drawPhoto(3));
  await writeFile(waybill, await drawPhoto(7));

  await test.step("the foreman asks for it: what, how much, by when, and the photo", async () => {
    await chat.goto(system().sandbox);
    await openChat(chat, PEOPLE.foreman);
    await say(chat, "/neworder");
    const object = chat.getByTestId("inline-button").filter({ hasText: "СПК Блок Б" });
    await expect(lastMessage(chat, /Заявка/)).toBeVisible();
    if (await object.last().isVisible()) await object.last().click();
    await expect(lastMessage(chat, /Что заказать/)).toBeVisible();
    await say(chat, WHAT);
    await press(chat, /^шт$/);
    await expect(lastMessage(chat, /Сколько/)).toBeVisible();
    await say(chat, "24");
    await press(chat, /^Завтра$/);
    await chat.getByTestId("attach").setInputFiles(pack);
    await chat.getByTestId("send").click();
    await expect(lastMessage(chat, /прикреплю/)).toBeVisible({ timeout: 30_000 });
    await press(chat, /^Отправить$/);
    await expect(lastMessage(chat, /Заявка ЗК-\d+: согласовать/)).toContainText(`${WHAT} · 24`);
  });

  const manager = await openMiniApp(browser, PEOPLE.manager, "o1_supply");
  await test.step("the manager finds it in the list and approves it", async () => {
    const app = manager.page;
    await app
      .getByTestId(/^supply-row-/)
      .filter({ hasText: WHAT })
      .click();
    await expect(app.getByTestId("supply-photo").first()).toBeVisible();
    await app.getByTestId("act-approve").click();
    await toast(app, /Согласовано/);
    await app.screenshot({ path: "artifacts/supply/1-approved.png", fullPage: true });
  });

  const link = `s${new URL(manager.page.url()).pathname.split("/").at(-1)}`;
  const buyer = await openMiniApp(browser, PEOPLE.buyer, link);
  await test.step("supply orders it and marks that it is on its way", async () => {
    const app = buyer.page;
    await app.getByTestId("act-order").click();
    await app.getByTestId("field-supplier").fill("ООО «Крепёж-Опт»");
    await app.getByTestId(/^day-/).first().click();
    await app.getByTestId("field-amount").fill("3 600");
    await app.getByTestId("send-form").click();
    await expect(app.getByTestId("supply-promised")).toBeVisible();
    await app.getByTestId("act-ship").click();
    await app.getByTestId("rest-quantity").click();
    await app.getByTestId("send-form").click();
    await expect(app.getByTestId("supply-line")).toContainText("в пути 24");
    await app.screenshot({ path: "artifacts/supply/2-on-its-way.png", fullPage: true });
  });

  await test.step("the foreman counts 22 and sends the waybill", async () => {
    await expect(lastMessage(chat, /В пути ЗК-\d+/)).toBeVisible({ timeout: 30_000 });
    await press(chat, /^Открыть$/);
    await press(chat, /^Приехало$/);
    await expect(lastMessage(chat, /Сколько насчитали/)).toBeVisible();
    await say(chat, "22");
    await expect(lastMessage(chat, /Фото накладной/)).toBeVisible();
    await chat.getByTestId("attach").setInputFiles(waybill);
    await chat.getByTestId("send").click();
    await press(chat, /^Принято/);
    await expect(lastMessage(chat, /Не хватает/)).toContainText("22");
  });

  await test.step("supply agrees that nothing more comes, and the order is received", async () => {
    const app = buyer.page;
    await expect(app.getByTestId("supply-differences")).toContainText("не хватает 2", { timeout: 30_000 });
    await app.getByTestId("act-agree").click();
    await app.getByTestId("reason-words").fill("вернут деньги за две штуки");
    await app.getByTestId("send-form").click();
    await expect(app.getByTestId("supply-differences")).toContainText("без допоставки");
    await expect(app.getByTestId("supply-receipts")).toContainText("22");
    await app.screenshot({ path: "artifacts/supply/3-settled.png", fullPage: true });
  });
  await buyer.context.close();
  await manager.context.close();
});
