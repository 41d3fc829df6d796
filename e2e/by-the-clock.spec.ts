import { expect, type Page } from "@playwright/test";
import { type Api, signIn } from "./support/api-client.ts";
import { openMiniApp } from "./support/mini-app.ts";
import { PEOPLE, type SandboxMessage, sandboxClient } from "./support/sandbox-client.ts";
import { system } from "./support/system.ts";
import { test } from "./support/test.ts";

test.use({ clock: "days pass" });
test.describe.configure({ mode: "serial" });

/** The scheduler looks every few seconds; a morning has many things to tell. */
const TOLD_MS = 60_000;
const MINUTE_MS = 60_000;
const shoot = (page: Page, name: string) =>
  page.screenshot({ path: `artifacts/by-the-clock/${name}.png`, fullPage: true });

const people = () => sandboxClient(system().sandbox);
const apiOf = async (person: number): Promise<Api> => signIn(system().front, await people().initData(person));

/** Moves the clock to an hour in Moscow, some days after the current one. */
async function moveTo(days: number, clock: string): Promise<string> {
  const { now } = await people().clock({ advanceSeconds: 0 });
  const moscow = new Date(Date.parse(now) + 180 * MINUTE_MS);
  moscow.setUTCDate(moscow.getUTCDate() + days);
  const day = moscow.toISOString().slice(0, 10);
  await people().clock({ now: new Date(`${day}T${clock}:00+03:00`).toISOString() });
  return day;
}
const messagesOf = async (person: number) =>
  (await people().messages(person)).filter(({ deleted }) => deleted !== true);
async function told(person: number, ...texts: readonly RegExp[]): Promise<SandboxMessage> {
  const fits = ({ text }: SandboxMessage) => texts.every((part) => part.test(text ?? ""));
  await expect
    .poll(async () => (await messagesOf(person)).some(fits), { timeout: TOLD_MS, intervals: [500] })
    .toBe(true);
  const found = (await messagesOf(person)).findLast(fits);
  if (found === undefined) throw new Error("the message is gone");
  return found;
}
async function blockB(api: Api): Promise<number> {
  const { items } = await api<{ items: { id: number; name: string }[] }>("GET", "/objects");
  return items.find(({ name }) => name === "СПК Блок Б")?.id ?? 0;
}

test("a foreman's day from the morning card over facts, downtime and a closed shift to «Подтвердить день» and the director's morning", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const objectId = await blockB(await apiOf(PEOPLE.foreman));
  const day =
    await test.step("the morning card comes before the shift, with the plan of the day", async () => {
      const morning = await moveTo(1, "07:20");
      await told(PEOPLE.foreman, /🌅/, /План/);
      return morning;
    });

  const foreman =
    await test.step("at the end of the shift two lines are entered with a tap each", async () => {
      await moveTo(0, "16:30");
      const app = await openMiniApp(browser, PEOPLE.foreman, `o${objectId}_fact`);
      for (let taps = 0; taps < 2; taps += 1) {
        const quick = app.page.locator('[data-testid^="line-quick-"]').first();
        const name = await quick.getAttribute("data-testid");
        await quick.click();
        await expect(app.page.getByTestId(name ?? "")).toHaveCount(0);
      }
      return app;
    });

  await test.step("a crew that stood idle takes four presses in the chat, and its act one more", async () => {
    const chat = people();
    await chat.say(PEOPLE.foreman, { text: "/fact" });
    for (const caption of [/^Простой$/, /^☐ /, /^Дальше$/, /^Ветер$/, /^4\sч$/])
      await chat.pressCaption(PEOPLE.foreman, caption);
    await told(PEOPLE.foreman, /Простой записан/);
    await chat.pressCaption(PEOPLE.foreman, /^Акт простоя/);
    await expect
      .poll(async () => (await messagesOf(PEOPLE.foreman)).some((one) => "document" in one))
      .toBe(true);
  });

  await test.step("the shift is closed with a reason for the lines without a fact", async () => {
    await foreman.page.getByTestId("to-shift").click();
    await foreman.page.getByTestId("close-shift").click();
    await foreman.page.getByTestId("send-close").click();
    await expect(foreman.page.getByTestId("shift-state")).toContainText("Закрыта");
    await shoot(foreman.page, "1-closed");
    await foreman.context.close();
    await told(PEOPLE.manager, /📐/, /Простой/, /Смена/);
  });

  await test.step("the manager sees the shift before confirming its day", async () => {
    const { page, context } = await openMiniApp(browser, PEOPLE.manager, `o${objectId}_fact`);
    await expect(page.getByTestId("day-shifts")).toContainText("Простой");
    await shoot(page, "2-before-confirming");
    await page.getByTestId("confirm-day").click();
    await expect(page.getByTestId("toast")).toContainText(/Подтвержден/i);
    await context.close();
  });

  await test.step("the director reads of the idle crew in the morning, and of the shift on the object's page", async () => {
    await moveTo(1, "09:01");
    await told(PEOPLE.director, /🌅/, /СПК Блок Б/, /Простой за прошлую смену/);
    const { page, context } = await openMiniApp(browser, PEOPLE.director, `o${objectId}`);
    await expect(page.getByTestId("day-shifts")).toContainText(/Простой .*погода/);
    await shoot(page, "3-director");
    await page.getByTestId("day-shifts").click();
    await expect(page).toHaveURL(new RegExp(`/objects/${objectId}/shift\\?day=${day}`));
    await context.close();
  });
});

test("a task late by the clock goes to its assignee, the manager and the director, is given another date, and is quiet", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const title = "Снять марки с оси 7";
  const [manager, foreman] = [await apiOf(PEOPLE.manager), await apiOf(PEOPLE.foreman)];
  const objectId = await blockB(manager);
  const { id: assigneeId } = await foreman<{ id: number }>("GET", "/me");
  // Friday, so that the next working days of the object are Saturday and Monday.
  const { now } = await people().clock({ advanceSeconds: 0 });
  const toFriday = (5 - new Date(Date.parse(now) + 180 * MINUTE_MS).getUTCDay() + 7) % 7;
  const deadline = await moveTo(toFriday, "10:00");
  const { id: taskId } = await manager<{ id: number }>("POST", `/objects/${objectId}/tasks`, {
    title,
    deadline,
    assigneeId,
  });

  await test.step("a working day later its assignee is told", async () => {
    await moveTo(1, "09:10");
    await told(PEOPLE.foreman, /⏰ Просрочено 1/, new RegExp(title));
  });
  await test.step("after three the manager", async () => {
    await moveTo(3, "09:10");
    await told(PEOPLE.manager, /⏰/, new RegExp(title));
  });
  await test.step("after seven the director reads it in the morning, once the office works", async () => {
    await moveTo(6, "08:50");
    await moveTo(0, "09:05");
    await told(PEOPLE.director, /🌅/, /Неделю без движения/, new RegExp(title));
  });

  await test.step("the task shows the ladder, and the manager agrees to another date", async () => {
    const later = new Date(Date.parse(deadline) + 30 * 24 * 60 * MINUTE_MS).toISOString().slice(0, 10);
    const asked = { deadline: later, reason: "Геодезист занят на Западе" };
    await (
      await apiOf(PEOPLE.foreman)
    )("POST", `/tasks/${taskId}/reschedule-requests`, asked);
    const { page, context } = await openMiniApp(browser, PEOPLE.manager, `t${taskId}`);
    for (const level of [1, 3, 7]) await expect(page.getByTestId(`ladder-${level}`)).toBeVisible();
    await shoot(page, "4-ladder");
    await page.getByTestId("act-approve").click();
    await expect(page.getByTestId("task-ladder")).toHaveCount(0);
    await context.close();
  });

  await test.step("and nobody is told of it any more", async () => {
    const rings = async (person: number) =>
      (await messagesOf(person)).filter(
        ({ text }) => (text ?? "").includes(title) && (text ?? "").includes("⏰"),
      ).length;
    await told(PEOPLE.foreman, /Срок согласован/, new RegExp(title));
    const before = [await rings(PEOPLE.foreman), await rings(PEOPLE.manager)];
    const mornings = async () =>
      (await messagesOf(PEOPLE.director)).filter(({ text }) => /🌅/.test(text ?? "")).length;
    const read = await mornings();
    await moveTo(3, "09:10");
    await expect.poll(mornings, { timeout: TOLD_MS, intervals: [500] }).toBeGreaterThan(read);
    expect([await rings(PEOPLE.foreman), await rings(PEOPLE.manager)]).toEqual(before);
  });
});
