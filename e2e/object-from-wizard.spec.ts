import { expect, type Page } from "@playwright/test";
import { openMiniApp, openSection } from "./support/mini-app.ts";
import { PEOPLE } from "./support/sandbox-client.ts";
import { test } from "./support/test.ts";

const NAME = "СПК Атриум";
const shoot = (page: Page, name: string) =>
  page.screenshot({ path: `artifacts/object-from-wizard/${name}.png`, fullPage: true });
const toast = (page: Page, text: RegExp) => expect(page.getByTestId("toast")).toContainText(text);
const saved = (page: Page) => expect(page.getByTestId("save-state")).toHaveText("Сохранено");

test.use({ actionTimeout: 20_000 });

test("a project manager alone: from the wizard to the first fact of a new object", async ({ browser }) => {
  test.setTimeout(240_000);
  const { context, page } = await openMiniApp(browser, PEOPLE.manager, "");

  await test.step("the contract is saved as it is typed", async () => {
    await page.getByTestId("nav-objects").click();
    await page.getByTestId("new-object").click();
    await page.getByTestId("field-name").fill(NAME);
    await page.getByTestId("field-customer").fill("ООО «Атриум»");
    await page.getByTestId("field-city").fill("Москва");
    await page.getByTestId("field-contractDate").fill("2026-03-20");
    await page.getByTestId("field-startDate").fill("2026-04-15");
    await page.getByTestId("field-deadline").fill("2028-10-17");
    await page.getByTestId("type-spk_modular").click();
    await page.getByTestId("week-six").click();
    await expect(page.getByTestId("workdays-between")).toContainText("рабочих дней");
    await saved(page);
    await expect(page).toHaveURL(/\/objects\/new\?draft=\d+/);
    await page.getByTestId("next-step").click();
    await expect(page.getByTestId("wizard-step")).toHaveText("Шаг 2 из 4");
    await saved(page);
  });

  await test.step("leaving and coming back finds the draft where it was", async () => {
    await page.reload();
    await expect(page.getByTestId("step-team")).toBeVisible();
    await page.goBack();
    await page.goBack();
    await expect(page.getByTestId("new-object")).toBeVisible();
    const draft = page.locator('[data-testid^="draft-"]').filter({ hasText: NAME });
    await expect(draft).toContainText("Черновик · шаг 2 из 4");
    await shoot(page, "1-draft");
    await draft.getByText("Удалить черновик").click();
    await expect(draft).toHaveCount(0);
    await page.getByTestId("toast-undo").click();
    await draft.getByText("Продолжить").click();
  });

  await test.step("people are chosen from their departments", async () => {
    await page.getByTestId("add-construction").click();
    const sheet = page.getByTestId("people-sheet");
    await sheet.getByText("Сергей Белов").click();
    await sheet.getByLabel("Закрыть").click();
    await expect(page.getByTestId("step-team")).toContainText("Сергей Белов");
    await saved(page);
    await shoot(page, "2-team");
    await page.getByTestId("next-step").click();
  });

  await test.step("facades, floors and works make a grid that is filled by pasting", async () => {
    await page.getByTestId("facade-Юг").click();
    await page.getByTestId("facade-Запад").click();
    await page.getByTestId("field-floors").fill("1–3, тех");
    await page.getByRole("button", { name: "Модули", exact: true }).click();
    await page.getByRole("button", { name: "Утепление", exact: true }).click();
    await page.getByTestId("paste").click();
    const rows = [
      "Фасад\tЭтаж\tМодули\tУтепление",
      "Юг\t1\t36\t48,6",
      "\t2\t36,5\t48,6",
      "Запад\tтех\t\t86,4",
    ];
    await page.getByTestId("paste-text").fill(rows.join("\n"));
    await expect(page.getByTestId("paste-problems")).toContainText(
      "Строка 3, столбец 3: 36,5: нужно целое число",
    );
    await expect(page.getByTestId("paste-send")).toBeDisabled();
    await shoot(page, "3-pasted-wrong");
    await page.getByTestId("paste-text").fill(rows.join("\n").replace("36,5", "36"));
    await page.getByTestId("paste-send").click();
    await toast(page, /Заполнено: 5 ячеек/);
    await saved(page);
    await page.reload();
    await expect(page.getByTestId("hero-building")).toBeVisible();
    await shoot(page, "4-building");
  });

  await test.step("a template of the schedule tells its dates at once", async () => {
    await page.getByTestId("next-step").click();
    await page.getByTestId("template-spk_unit").click();
    await expect(page.getByTestId("template-dates")).toContainText("Последняя работа заканчивается");
    await expect(page.getByTestId("template-dates")).toContainText("Монтаж");
    await saved(page);
    await shoot(page, "4b-schedule");
  });

  await test.step("the object is created and says what is next", async () => {
    await page.getByTestId("make-object").click();
    await expect(page.getByTestId("next-steps")).toBeVisible();
    await expect(page.getByTestId("next-volumes")).toContainText("сделано");
    await shoot(page, "5-created");
  });

  await test.step("the grid of the object takes a column; what is emptied is emptied", async () => {
    await page.getByTestId("next-volumes").click();
    await page.getByRole("button", { name: "Запад", exact: true }).click();
    await page.getByRole("columnheader", { name: "Модули" }).getByRole("button").click();
    await page.getByTestId("fill-quantity").fill("24");
    await page.getByTestId("fill-floors").fill("1–3");
    await page.getByTestId("fill-send").click();
    await expect(page.getByTestId("unsaved")).toContainText("3 ячейки");
    await page.reload();
    await expect(page.getByTestId("unsaved")).toContainText("3 ячейки");
    await page.getByTestId("save-volumes").click();
    await toast(page, /Сохранено: 3 ячейки/);
    await shoot(page, "6-volumes");
  });

  await test.step("another deadline is shown with what it moves, before it is saved", async () => {
    await page.goBack();
    await page.getByTestId("next-passport").click();
    await page.getByTestId("field-deadline").fill("2028-12-15");
    await expect(page.getByTestId("preview")).toContainText(/На работы \d+ рабоч.+, было \d+/);
    await shoot(page, "7-preview");
    await page.getByTestId("save-setup").click();
    await toast(page, /Сохранено/);
  });

  await test.step("a floor goes with its plan and comes back with it; a facade is renamed", async () => {
    await page.goBack();
    await page.getByTestId("next-structure").click();
    const floor = page.locator('[data-testid^="floor-"]').filter({ hasText: "Этаж тех" });
    await floor.click();
    await page.getByTestId("remove-part").click();
    await expect(floor).toHaveCount(0);
    await page.getByTestId("toast-undo").click();
    await expect(floor).toContainText("1 ячейка плана");
    await page.locator('[data-testid^="facade-"]').filter({ hasText: "Запад" }).click();
    await page.getByTestId("field-part-name").fill("Запад, двор");
    await page.getByTestId("save-part").click();
    await toast(page, /Изменено/);
  });

  await test.step("the manager starts the work, takes it back, and starts it again", async () => {
    await page.goBack();
    await page.getByTestId("next-start").click();
    await page.getByTestId("act-plan").click();
    await toast(page, /Идёт подготовка/);
    const start = async () => {
      await page.getByTestId("act-transfer").click();
      await page.getByTestId("reason-running").click();
      await page.getByTestId("send-form").click();
      await toast(page, /Объект в работе/);
    };
    await start();
    await page.getByTestId("toast-undo").click();
    await toast(page, /Отменено/);
    await start();
    await expect(page.getByTestId("act-hold")).toBeVisible();
    await shoot(page, "8-started");
  });

  await test.step("the first fact of the object is entered", async () => {
    await openSection(page, "fact");
    await page.getByTestId("other-work").click();
    await page.getByTestId("other-works").getByText("Модули · Запад 1").click();
    await page.getByTestId("qty-value").fill("12");
    await page.getByTestId("save-fact").click();
    await toast(page, /Записано/);
    await expect(page.locator('[data-testid^="fact-row-"]')).toHaveCount(1);
    await shoot(page, "9-first-fact");
    await openSection(page, "overview");
    await expect(page.getByTestId("modules")).toContainText("12 из 144");
  });
  await context.close();
});
