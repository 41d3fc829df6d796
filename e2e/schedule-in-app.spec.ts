import { expect, type Page } from "@playwright/test";
import { signIn } from "./support/api-client.ts";
import { openMiniApp } from "./support/mini-app.ts";
import { PEOPLE, sandboxClient } from "./support/sandbox-client.ts";
import { nextTuesday, system } from "./support/system.ts";
import { test } from "./support/test.ts";

const shoot = (page: Page, name: string) =>
  page.screenshot({ path: `artifacts/schedule-in-app/${name}.png` });
const toast = (page: Page, text: RegExp) => expect(page.getByTestId("toast")).toContainText(text);
const saved = (page: Page) => expect(page.getByTestId("save-state")).toHaveText("Сохранено");
/** Heads of departments who sign besides the manager and the foreman: design, supply, production. */
const OTHER_SIGNERS = [1_000_005, 1_000_009, 1_000_010];

type Card = { id: number; hash: string; status: string };

/** Signs a version over HTTP, as it stands on the card of this person. */
async function signAs(personId: number, gprId: number): Promise<void> {
  const { front, sandbox } = system();
  const api = await signIn(front, await sandboxClient(sandbox).initData(personId));
  const { hash } = await api<Card>("GET", `/gpr-versions/${gprId}`);
  await api("POST", `/gpr-versions/${gprId}/signatures`, { hash });
}

/** Moves the mouse along a row of the chart until it is over its bar. */
async function findBar(page: Page, y: number): Promise<number> {
  const canvas = page.locator(".board-canvas");
  for (let x = 540; x < 1260; x += 8) {
    await page.mouse.move(x, y);
    const cursor = await canvas.evaluate((element) => (element as HTMLElement).style.cursor);
    if (cursor === "grab") return x;
  }
  throw new Error("no bar in this row");
}

const number = async (page: Page) =>
  String((await page.getByTestId("row-sheet").getByRole("heading").first().textContent())?.split(" ")[0]);

test.use({ actionTimeout: 20_000 });

test("a version of the schedule: from a template by hand to five signatures and its differences", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const manager = await openMiniApp(browser, PEOPLE.manager, "o1_gpr");
  const app = manager.page;
  await app.setViewportSize({ width: 1280, height: 800 });
  let gprId = 0;
  let row = "";

  await test.step("a template gives a draft with dates at once", async () => {
    await app.getByTestId("gpr-begin").click();
    await app.getByTestId("begin-template").click();
    await app.getByTestId("template-spk_unit").click();
    await app.getByTestId("field-startOn").fill(nextTuesday(new Date()).toISOString().slice(0, 10));
    await app.getByTestId("begin-create").click();
    await expect(app).toHaveURL(/\/gpr\/\d+\/schedule/);
    gprId = Number(new URL(app.url()).pathname.split("/")[2]);
    await expect(app.getByTestId("gpr-version")).toContainText("Черновик");
    await expect(app.getByTestId("gpr-undo")).toBeDisabled();
    await app.getByTestId("view-chart").click();
    await shoot(app, "1-template");
  });

  await test.step("a bar is dragged: Escape lets it go, dropping it tells what it does before it is saved", async () => {
    // The first of them is a milestone: the contract is signed.
    const bar = app.locator('.board-row[data-critical="true"]:not([aria-expanded])').nth(1);
    const box = await bar.boundingBox();
    if (box === null) throw new Error("the row is not there");
    row = String(await bar.getAttribute("data-testid")).replace("gpr-line-", "");
    const y = box.y + box.height / 2;
    const x = await findBar(app, y);
    await app.mouse.down();
    await app.mouse.move(x + 60, y, { steps: 4 });
    await app.keyboard.press("Escape");
    await app.mouse.up();
    await expect(app.getByTestId("move-sheet")).toHaveCount(0);
    await expect(app).toHaveURL(/\/schedule/);
    await app.mouse.move(x, y);
    await app.mouse.down();
    await app.mouse.move(x + 80, y, { steps: 4 });
    await shoot(app, "2-dragged");
    await app.mouse.up();
    await expect(app.getByTestId("move-what")).toContainText("Начать не раньше");
    await expect(app.getByTestId("effect")).toContainText(/Сдвинутся|не сдвинутся/);
    await shoot(app, "3-effect");
    await app.getByTestId("move-save").click();
    await expect(app.getByTestId("move-sheet")).toHaveCount(0);
    await saved(app);
    await app.getByTestId("gpr-undo").click();
    await expect(app.getByTestId("gpr-redo")).toBeEnabled();
    await app.getByTestId("gpr-redo").click();
    await expect(app.getByTestId("gpr-redo")).toBeDisabled();
  });

  await test.step("pasted rows name their broken cells and save nothing until all are right", async () => {
    await app.getByTestId("gpr-paste").click();
    const rows = "Название\tОтдел\tДней\nПриёмка лифта\tМонтаж\tтри\nВывоз тары\tМонтаж\tдва";
    await app.getByTestId("gpr-paste-text").fill(rows);
    await app.getByTestId("gpr-paste-send").click();
    const problems = app.getByTestId("gpr-paste-problems");
    await expect(problems).toContainText("Строка 2, столбец 3: не понять «три»");
    await expect(problems).toContainText("Строка 3, столбец 3: не понять «два»");
    await shoot(app, "4-pasted-wrong");
    await app.getByTestId("gpr-paste-text").fill(rows.replace("три", "3").replace("два", "2"));
    await app.getByTestId("gpr-paste-send").click();
    await toast(app, /Изменено и добавлено: 2 строки/);
  });

  await test.step("what forbids sending leads to its row", async () => {
    await app.getByTestId("gpr-send").click();
    await app.getByTestId("send-now").click();
    const obstacles = app.getByTestId("obstacles");
    await expect(obstacles).toContainText("Без ответственного");
    await shoot(app, "5-obstacles");
    await obstacles.locator('[data-testid^="obstacle-"]').first().click();
    await expect(app.getByTestId("row-sheet")).toContainText("Приёмка лифта");
    const first = Number(await number(app));
    for (const at of [first, first + 1]) {
      if (at > first) {
        await app.getByTestId("view-settings").click();
        await app.getByTestId("search").fill("Вывоз тары");
        await app.getByTestId("view-sheet").getByLabel("Закрыть").click();
        await app.getByTestId(`gpr-line-${at}`).click();
      }
      await app.getByTestId("field-owner").selectOption({ label: "Сергей Белов" });
      await app.getByTestId("row-save").click();
      await expect(app.getByTestId("row-sheet")).toHaveCount(0);
    }
    await app.getByTestId("view-settings").click();
    await app.getByTestId("search").fill("");
    await app.getByTestId("view-sheet").getByLabel("Закрыть").click();
    await app.getByTestId("gpr-send").click();
    await app.getByTestId("send-now").click();
    await toast(app, /Отправлено на подпись/);
    await expect(app.getByTestId("gpr-version")).toContainText("На подписании");
  });

  const foreman = await openMiniApp(browser, PEOPLE.foreman, `g${gprId}`);
  const phone = foreman.page;

  await test.step("a signer remarks on a row: the version is a draft again", async () => {
    await phone.getByTestId("gpr-schedule").click();
    await phone.getByTestId("gpr-tick").click();
    await phone
      .locator(".board-row:not([aria-expanded])")
      .first()
      .click({ position: { x: 90, y: 20 } });
    await expect(phone.getByTestId("tick-bar")).toContainText("Выбрано: 1 строка");
    await phone.getByTestId("tick-remark").click();
    await phone.getByTestId("remark-text").fill("За эти дни не успеем: лесов ещё нет");
    await shoot(phone, "6-remark");
    await phone.getByTestId("remark-send").click();
    await toast(phone, /Замечание отправлено/);
    await expect(phone.getByTestId("gpr-version")).toContainText("Черновик");
  });

  await test.step("the manager mends it by a step and sends it anew", async () => {
    await app.reload();
    await app.getByTestId("view-list").click();
    await app.getByTestId("view-settings").click();
    await app.getByTestId("search").fill(row);
    await app.getByTestId("view-sheet").getByLabel("Закрыть").click();
    await app.getByTestId(`gpr-line-${row}`).click();
    await app.getByTestId("why-date").click();
    await expect(app.getByTestId("why-answer")).toContainText(/\S{3,}/);
    await app.getByTestId("days-more").click();
    await app.getByTestId("days-more").click();
    await expect(app.getByTestId("effect")).toContainText(/Сдвинутся|не сдвинутся/);
    await shoot(app, "7-mended");
    await app.getByTestId("row-save").click();
    await expect(app.getByTestId("row-sheet")).toHaveCount(0);
    await saved(app);
    await app.getByTestId("gpr-send").click();
    await app.getByTestId("send-now").click();
    await toast(app, /Отправлено на подпись/);
  });

  await test.step("five sign, the last of them puts it in force", async () => {
    for (const person of [PEOPLE.manager, ...OTHER_SIGNERS]) await signAs(person, gprId);
    await phone.reload();
    await phone.getByTestId("gpr-sign").click();
    await expect(phone.getByTestId("sign-hash")).toContainText(/[0-9A-F]{4}…[0-9A-F]{4}/);
    await expect(phone.getByTestId("sign-sheet").getByTestId("gpr-signatures")).toContainText("4 из 5");
    await shoot(phone, "8-sign");
    await phone.getByTestId("sign-now").click();
    await toast(phone, /Подписано/);
    await expect(phone.getByTestId("gpr-version")).toContainText("Действует");
  });

  await test.step("what has changed since the version before it is told in words", async () => {
    await phone.getByTestId("gpr-card").click();
    await phone.getByTestId("gpr-diff").click();
    await expect(phone.getByTestId("diff-summary")).toContainText("Версия 2 → версия 3");
    await expect(phone.getByTestId("diff-added")).toContainText("Приёмка лифта");
    await shoot(phone, "9-diff");
    const [file] = await Promise.all([
      phone.waitForEvent("download"),
      phone.getByTestId("diff-xlsx").click(),
    ]);
    expect(file.suggestedFilename()).toBe("ГПР, изменения 2-3.xlsx");
  });

  await test.step("the forecast of the version in force moves with a reason, its preview first", async () => {
    await app.goto(`${new URL(app.url()).origin}/gpr/${gprId}/schedule?row=${row}`);
    await app.getByTestId("row-shift").click();
    await expect(app.getByTestId("shift-preview")).toContainText(/Сдвинутся|Ничего/);
    await app.getByTestId("shift-reason").fill("Ждём допуск генподрядчика");
    await shoot(app, "10-shift");
    await app.getByTestId("shift-apply").click();
    await toast(app, /Прогноз сдвинут/);
  });
  await foreman.context.close();
  await manager.context.close();
});
