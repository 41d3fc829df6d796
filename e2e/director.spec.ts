import { expect, type Locator } from "@playwright/test";
import { openMiniApp } from "./support/mini-app.ts";
import { PEOPLE } from "./support/sandbox-client.ts";
import { test } from "./support/test.ts";

test("the director gets from the late forecast to the late task that holds it in three taps", async ({
  browser,
}) => {
  const { page, context } = await openMiniApp(browser, PEOPLE.director, "");
  let taps = 0;
  const tap = async (target: Locator) => {
    await target.click();
    taps += 1;
  };
  const shoot = (name: string) =>
    page.screenshot({ path: `artifacts/director/${name}.png`, fullPage: true, animations: "disabled" });

  await test.step("the dashboard leads with the days by which the object is late", async () => {
    await expect(page.getByTestId("hero")).toContainText(/\+\d+\s*д(ень|ня|ней)/);
    await tap(page.getByTestId("hero"));
  });

  await test.step("the forecast of the object says the same date once, and asks why", async () => {
    await expect(page.getByTestId("why")).toContainText(/≈ \d+/);
    await expect(page.getByText(/≈/)).toHaveCount(1);
    await shoot("1-object");
    await tap(page.getByTestId("why"));
  });

  await test.step("why: works that miss their finish, and late tasks under the facade that they name", async () => {
    await expect(page.getByTestId("why-forecast")).toContainText(/Нужно .* чел·ч в смену, идёт/);
    const east = page.getByTestId(/^driver-facade-\d+$/).first();
    await expect(east).toContainText("Восток");
    await expect(page.getByTestId(/^driver-\d+$/).first()).toBeVisible();
    await shoot("2-why");
    const task = page.getByTestId("late-task").filter({ hasText: "Восток" }).first();
    await expect(task).toContainText(/раб\. дн\./);
    await tap(task);
  });

  await expect(page.getByTestId("task-assignee")).toBeVisible();
  await expect(page.getByText(/росрочен/).first()).toBeVisible();
  await shoot("3-task");
  expect(taps).toBe(3);
  await context.close();
});
