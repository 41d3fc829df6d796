import { expect } from "@playwright/test";
import { openMiniApp } from "./support/mini-app.ts";
import { PEOPLE } from "./support/sandbox-client.ts";
import { test } from "./support/test.ts";

test("an administrator looks as a foreman: sees the foreman's day, writes nothing, and is himself again", async ({
  browser,
}) => {
  const { page, context } = await openMiniApp(browser, PEOPLE.admin, "");
  const writes: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET" && !request.url().includes("/api/auth/")) writes.push(request.url());
  });

  await test.step("chooses the role in the profile", async () => {
    await page.getByTestId("nav-profile").click();
    await page.getByTestId("open-view-as").click();
    await page.getByTestId("view-construction_itr").click();
    await expect(page.getByTestId("view-strip")).toContainText("Прораб (ИТР)");
    await expect(page.getByTestId("enter-facts")).toBeVisible();
  });

  await test.step("the form opens, but an entry is refused before it leaves the phone", async () => {
    await page.getByTestId("enter-facts").click();
    await page
      .getByTestId(/^line-quick-\d+$/)
      .first()
      .click();
    await expect(page.getByText("В чужой роли можно только смотреть").first()).toBeVisible();
    expect(writes).toEqual([]);
    await page.screenshot({ path: "artifacts/view-as/1-foreman.png" });
  });

  await test.step("the view outlives a reload and shows an observer no forecast", async () => {
    await page.reload();
    await expect(page.getByTestId("view-strip")).toBeVisible();
    await page.getByTestId("leave-view").click();
    await expect(page.getByTestId("view-strip")).toHaveCount(0);
    await page.getByTestId("nav-profile").click();
    await page.getByTestId("open-view-as").click();
    await page.getByTestId("view-viewer").click();
    await expect(page.getByTestId("hero")).toBeVisible();
    await expect(page.getByTestId("hero")).not.toContainText("Прогноз");
  });

  await test.step("leaves, and is the administrator again", async () => {
    await page.getByTestId("leave-view").click();
    await expect(page.getByTestId("hero")).toContainText("Прогноз");
    expect(writes).toEqual([]);
  });
  await context.close();
});
