import { expect, type Locator, type Page } from "@playwright/test";
import { writeFile } from "node:fs/promises";
import { signIn } from "./support/api-client.ts";
import { lastMessage, openChat, say } from "./support/chat.ts";
import { openMiniApp } from "./support/mini-app.ts";
import { drawPhoto } from "./support/photos.ts";
import { PEOPLE, sandboxClient } from "./support/sandbox-client.ts";
import { system } from "./support/system.ts";
import { test } from "./support/test.ts";

const shoot = (page: Page, name: string) =>
  page.screenshot({ path: `artifacts/journey-day/${name}.png`, fullPage: true });

type Form = {
  lines: { floorVolumeId: number; facade: string; floor: string; workType: { code: string } }[];
  counts: { mine: { entered: number; total: number } | null };
  returned: { factId: number }[];
};

/** Counts presses, so that the number of taps of an act is asserted. */
function createTaps() {
  let count = 0;
  return {
    tap: async (target: Locator) => {
      count += 1;
      await target.click();
    },
    taken: () => {
      const taken = count;
      count = 0;
      return taken;
    },
  };
}

const inChat = (page: Page, caption: RegExp) =>
  page.getByTestId("inline-button").filter({ hasText: caption }).last();

test("a day of facts is confirmed from the chat at once, but for one without its photo, which its author mends", async ({
  browser,
  page: chat,
}, info) => {
  test.setTimeout(240_000);
  const { front, sandbox } = system();
  const photo = info.outputPath("photo.jpg");
  await writeFile(photo, await drawPhoto(3));
  const api = await signIn(front, await sandboxClient(sandbox).initData(PEOPLE.eastForeman));
  const { items } = await api<{ items: { id: number; name: string }[] }>("GET", "/objects");
  const objectId = items.find(({ name }) => name === "СПК Блок Б")?.id ?? 0;
  const form = () => api<Form>("GET", `/objects/${objectId}/fact-form`);
  const { tap, taken } = createTaps();
  chat.setDefaultTimeout(20_000);
  await chat.goto(sandbox);

  await test.step("the foreman repeats a fact in the chat with three taps, found by typed words", async () => {
    await openChat(chat, PEOPLE.eastForeman);
    await say(chat, "модули восток");
    await expect(lastMessage(chat, /Нашлось по словам/)).toBeVisible();
    await tap(inChat(chat, /Модули · Восток 5/));
    await tap(inChat(chat, /По плану · 8/));
    await expect(lastMessage(chat, /Станет/)).toBeVisible();
    await tap(inChat(chat, /Записать/));
    await expect(lastMessage(chat, /Записано: модули, 8\sшт/i)).toBeVisible();
    expect(taken()).toBe(3);
  });

  const foreman = await openMiniApp(browser, PEOPLE.eastForeman, `o${objectId}_fact`);
  foreman.page.setDefaultTimeout(20_000);
  await test.step("and one in the app with a tap, which completes a floor without its photo", async () => {
    await expect(foreman.page.getByTestId("filter-whose")).toHaveValue("mine");
    await shoot(foreman.page, "1-lines");
    const { lines } = await form();
    const line = lines.find(({ workType, floor }) => workType.code === "МОД" && floor === "2");
    const quick = foreman.page.getByTestId(`line-quick-${line?.floorVolumeId}`);
    await tap(quick);
    await expect(quick).toHaveCount(0);
    expect(taken()).toBe(1);
  });

  await test.step("two more are found by words among the other works", async () => {
    for (const words of ["бурение 8 восток", "герметика восток 3"]) {
      await foreman.page.getByTestId("other-work").click();
      await foreman.page.getByTestId("other-search").fill(words);
      const found = foreman.page.locator('button[data-testid^="other-"]').filter({ hasText: "Восток" });
      await expect(found).toHaveCount(1);
      await found.click();
      await foreman.page.getByTestId("chip-plan").click();
      await foreman.page.getByTestId("save-fact").click();
      await expect(foreman.page.getByTestId("line-sheet")).toHaveCount(0);
    }
    const mine = (await form()).counts.mine;
    expect(mine?.entered).toBe(4);
    await expect(foreman.page.getByTestId("entered")).toHaveText(`Внесено 4 из ${mine?.total}`);
  });

  await test.step("the chat counts the same lines", async () => {
    const mine = (await form()).counts.mine;
    await say(chat, "/fact");
    await expect(lastMessage(chat, new RegExp(`внесено 4 из ${mine?.total}`))).toBeVisible();
  });

  await test.step("the manager confirms the day with one tap in the chat; one entry is left for its photo", async () => {
    await openChat(chat, PEOPLE.manager);
    await expect(lastMessage(chat, /Внесено/)).toContainText("4 из");
    await tap(inChat(chat, /^Подтвердить · /));
    const confirmed = lastMessage(chat, /Подтверждено 3 записи/);
    await expect(confirmed).toContainText("нужно фото");
    expect(taken()).toBe(1);
    await shoot(chat, "2-confirmed");
  });

  const manager = await openMiniApp(browser, PEOPLE.manager, `o${objectId}_fact`);
  manager.page.setDefaultTimeout(20_000);
  await test.step("the manager returns that one in the app, with the reason", async () => {
    const entry = manager.page.locator('[data-testid^="fact-row-"]').filter({ hasText: "Восток 2" }).first();
    await expect(entry).toContainText("без фото, не подтвердят", { timeout: 30_000 });
    await entry.locator('[data-testid^="return-"]').click();
    await manager.page.getByRole("button", { name: "Не хватает фото" }).click();
    await manager.page.getByTestId("return").click();
    await expect(entry).toHaveAttribute("data-status", "returned");
  });

  await test.step("its author is told in the chat, with the reason and the way to mend it", async () => {
    await openChat(chat, PEOPLE.eastForeman);
    const told = lastMessage(chat, /Вернули: модули, 2\sшт/i);
    await expect(told).toContainText("Не хватает фото");
    await expect(told.getByTestId("inline-button").filter({ hasText: "Исправить" })).toBeVisible();
    await shoot(chat, "3-returned");
  });

  await test.step("and mends it from the top of the form, with a photo", async () => {
    const [returned] = (await form()).returned;
    await foreman.page.getByTestId(`fix-${returned?.factId}`).click({ timeout: 45_000 });
    await foreman.page.getByTestId("photo-input").last().setInputFiles(photo);
    await expect(foreman.page.getByTestId("draft-photo")).toHaveAttribute("data-state", "sent");
    await shoot(foreman.page, "4-mending");
    await foreman.page.getByTestId("save-fact").click();
    await expect(foreman.page.getByTestId("toast")).toContainText("Исправлено");
    await expect(foreman.page.getByTestId("returned")).toHaveCount(0);
    expect((await form()).returned).toEqual([]);
  });

  await test.step("the manager confirms it too", async () => {
    await manager.page.reload();
    const waiting = manager.page
      .locator('[data-testid^="fact-row-"][data-status="submitted"]')
      .filter({ hasText: "Восток 2" });
    await waiting.locator('[data-testid^="confirm-"]').click({ timeout: 30_000 });
    await expect(
      manager.page
        .locator('[data-testid^="fact-row-"][data-status="confirmed"]')
        .filter({ hasText: "Восток 2" }),
    ).toBeVisible();
  });
  await Promise.all([foreman.context.close(), manager.context.close()]);
});
