import { expect, type Page } from "@playwright/test";
import { writeFile } from "node:fs/promises";
import { lastMessage, openChat, press, say } from "./support/chat.ts";
import { openMiniApp } from "./support/mini-app.ts";
import { drawPhoto } from "./support/photos.ts";
import { PEOPLE } from "./support/sandbox-client.ts";
import { system } from "./support/system.ts";
import { test } from "./support/test.ts";

const FOUND = "Зазор не по проекту";
const toast = (page: Page, text: RegExp) => expect(page.getByTestId("toast")).toContainText(text);

test("a defect from the chat: found with a photo, assigned in the app, fixed with a photo, verified in the chat", async ({
  page: chat,
  browser,
}, info) => {
  test.setTimeout(240_000);
  const [before, after] = [info.outputPath("before.jpg"), info.outputPath("after.jpg")];
  await writeFile(before, await drawPhoto(3));
  await writeFile(after, await drawPhoto(7));

  await test.step("the foreman reports it: facade, floor, what, and a photo", async () => {
    await chat.goto(system().sandbox);
    await openChat(chat, PEOPLE.foreman);
    await say(chat, "/newdefect");
    const object = chat.getByTestId("inline-button").filter({ hasText: "СПК Блок Б" });
    await expect(lastMessage(chat, /Замечание/)).toBeVisible();
    if (await object.last().isVisible()) await object.last().click();
    await press(chat, /^Юг$/);
    await press(chat, /^4$/);
    await press(chat, new RegExp(FOUND));
    await chat.getByTestId("attach").setInputFiles(before);
    await chat.getByTestId("send").click();
    await expect(lastMessage(chat, /прикреплю/)).toBeVisible({ timeout: 30_000 });
    await press(chat, /^Записать$/);
    await expect(lastMessage(chat, new RegExp(`Замечание: ${FOUND}`))).toContainText("Юг 4");
  });

  const manager = await openMiniApp(browser, PEOPLE.manager, "o1_defects");
  await test.step("the form of the app offers the works of the chosen facade, and no other", async () => {
    const app = manager.page;
    await app.getByTestId("new-defect").click();
    const sheet = app.getByTestId("form-sheet");
    const works = sheet.getByTestId(/^(choice-workTypeId-\d+|field-workTypeId)$/);
    await expect(sheet.getByTestId(/^choice-facadeId-/).first()).toBeVisible();
    await expect(works).toHaveCount(0);
    await sheet
      .getByTestId(/^choice-facadeId-/)
      .filter({ hasText: /^Юг$/ })
      .click();
    await expect(works.first()).toBeVisible();
    await app.screenshot({ path: "artifacts/defect/0-works.png", fullPage: true });
    await sheet.getByRole("button", { name: "Закрыть" }).click();
    await expect(sheet).toHaveCount(0);
  });

  await test.step("the manager finds it in the list and assigns it", async () => {
    const app = manager.page;
    await app
      .getByTestId(/^defect-row-/)
      .filter({ hasText: FOUND })
      .click();
    await app.getByTestId("act-assign").click();
    await app.getByTestId("person-search").fill("ахметов");
    await app.getByTestId("form-sheet").getByText("Рустам Ахметов").click();
    await app.getByTestId("send-form").click();
    await expect(app.getByTestId("defect-responsible")).toContainText("Рустам Ахметов");
    await app.screenshot({ path: "artifacts/defect/1-assigned.png", fullPage: true });
  });

  const link = `f${new URL(manager.page.url()).pathname.split("/").at(-1)}`;
  const installer = await openMiniApp(browser, PEOPLE.installer, link);
  await test.step("the installer fixes it and sends a photo of how it is now", async () => {
    const app = installer.page;
    await app.getByTestId("act-start").click();
    await toast(app, /В устранении/);
    await app.getByTestId("act-fix").click();
    await app.getByTestId("photo-input").setInputFiles(after);
    await expect(app.getByTestId("draft-photo")).toHaveAttribute("data-state", "sent");
    await app.getByTestId("send-form").click();
    await toast(app, /ждёт проверки/);
    await expect(app.getByTestId("photo-after").first()).toBeVisible({ timeout: 30_000 });
    await app.screenshot({ path: "artifacts/defect/2-fixed.png", fullPage: true });
  });

  await test.step("the foreman verifies it from his message", async () => {
    await expect(lastMessage(chat, new RegExp(`На проверке: ${FOUND}`))).toBeVisible({ timeout: 30_000 });
    await press(chat, /^Проверено$/);
    await expect(lastMessage(chat, new RegExp(`Проверено: ${FOUND}`))).toBeVisible();
    await expect(manager.page.getByTestId("act-reopen")).toBeVisible({ timeout: 30_000 });
  });
  await installer.context.close();
  await manager.context.close();
});
