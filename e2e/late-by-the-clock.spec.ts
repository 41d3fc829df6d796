import { expect, type Page } from "@playwright/test";
import { type Api, signIn } from "./support/api-client.ts";
import { lastMessage, openChat, press } from "./support/chat.ts";
import { clockTo, moscowDay, systemTime } from "./support/clock.ts";
import { openMiniApp } from "./support/mini-app.ts";
import { PEOPLE, sandboxClient } from "./support/sandbox-client.ts";
import { system } from "./support/system.ts";
import { test } from "./support/test.ts";

test.use({ calendar: "a late task" });

/** The longest time that the office is closed while the object works. */
const OFFICE_DAYS_OFF = 3;
const CARD_MS = 8_000;
const LATE = /⏰[^]*(?:П|п)росроч/;

type Task = {
  lateDays: number;
  ladder: { told: { level: number }[]; next: { level: number; day: string } | null } | null;
};

const shoot = (page: Page, name: string) =>
  page.screenshot({ path: `artifacts/late-by-the-clock/${name}.png`, fullPage: true });

/** The API as a person, signed in at the time on the clock. */
async function as(person: number): Promise<Api> {
  const { front, sandbox } = system();
  return signIn(front, await sandboxClient(sandbox).initData(person));
}

/** Whether a message of a person says that the task is late: alone, or in a list. */
async function isTold(person: number, title: string): Promise<boolean> {
  const messages = await sandboxClient(system().sandbox).messages(person);
  return messages.some(
    ({ deleted, text }) => deleted !== true && text?.includes(title) === true && LATE.test(text),
  );
}

/** The morning card of the director. */
async function directorsMorning(): Promise<string> {
  const messages = await sandboxClient(system().sandbox).messages(PEOPLE.director);
  const card = messages.findLast(({ deleted, text }) => deleted !== true && text?.includes("🌅") === true);
  return card?.text ?? "";
}

/** Whether the director's card names the task, or does so within seconds. */
async function directorReads(title: string): Promise<boolean> {
  const until = Date.now() + CARD_MS;
  while (Date.now() < until) {
    if ((await directorsMorning()).includes(title)) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}

test("a task late by the clock: its assignee, the manager, the director are told; with a new date it is quiet", async ({
  page: chat,
  browser,
}) => {
  const { user } = await (await as(PEOPLE.foreman))<{ user: { id: number } }>("GET", "/me");
  let manager = await as(PEOPLE.manager);
  const deadline = await moscowDay();
  const title = `Сдать паспорта анкеров, партия ${deadline.slice(5)}`;
  const given = { title, assigneeId: user.id, deadline };
  const { id } = await manager<{ id: number }>("POST", "/objects/1/tasks", given);
  async function task(): Promise<Task> {
    try {
      return await manager<Task>("GET", `/tasks/${id}`);
    } catch {
      // The session may be over: days have passed.
      manager = await as(PEOPLE.manager);
      return manager<Task>("GET", `/tasks/${id}`);
    }
  }
  /** The session of yesterday is over then. */
  async function moveTo(day: string, time: string): Promise<void> {
    await clockTo(day, time);
    manager = await as(PEOPLE.manager);
  }
  /** Moves the clock to the working day of the next level, when the directors have their cards too. */
  async function nextLevel(level: number): Promise<void> {
    const { ladder } = await task();
    const day = ladder?.next?.day;
    if (day === undefined) throw new Error(`nobody is told of level ${level}`);
    expect(ladder?.next?.level).toBe(level);
    await moveTo(day, "09:05");
    const levels = async () => (await task()).ladder?.told.map((one) => one.level).at(-1);
    await expect.poll(levels, { timeout: 30_000 }).toBe(level);
  }
  chat.setDefaultTimeout(20_000);
  await chat.goto(system().sandbox);

  await test.step("one working day late: the assignee is told what to do", async () => {
    await moveTo(await moscowDay(1), "06:30");
    await expect.poll(async () => (await task()).ladder?.next?.level).toBe(1);
    await nextLevel(1);
    await expect.poll(() => isTold(PEOPLE.foreman, title), { timeout: 30_000 }).toBe(true);
    expect(await isTold(PEOPLE.manager, title)).toBe(false);
  });

  await test.step("three days late: the manager is told", async () => {
    await nextLevel(3);
    await expect.poll(() => isTold(PEOPLE.manager, title), { timeout: 30_000 }).toBe(true);
    await openChat(chat, PEOPLE.manager);
    await shoot(chat, "1-manager");
  });

  await test.step("seven days late: the director reads it in the morning", async () => {
    await nextLevel(7);
    expect((await task()).lateDays).toBe(7);
    // The object may work on a day off of the office.
    for (let days = 0; days < OFFICE_DAYS_OFF && !(await directorReads(title)); days += 1)
      await moveTo(await moscowDay(1), "09:05");
    await openChat(chat, PEOPLE.director);
    const card = lastMessage(chat, /🌅/);
    await expect(card).toContainText("Неделю без движения");
    await expect(card).toContainText(`${title}, Белов · ${(await task()).lateDays} раб. д`);
    await shoot(chat, "2-director");
  });

  await test.step("its assignee asks for another day, and the manager agrees in the chat", async () => {
    const foreman = await openMiniApp(browser, PEOPLE.foreman, `t${id}`);
    await foreman.page.getByTestId("act-postpone").click({ timeout: 30_000 });
    await foreman.page.locator('[data-testid^="day-"]').last().click();
    await foreman.page.getByTestId("reason-words").fill("Паспорта везёт завод");
    await foreman.page.getByTestId("send-form").click();
    await expect(foreman.page.getByTestId("form-sheet")).toHaveCount(0);
    await openChat(chat, PEOPLE.manager);
    await expect(lastMessage(chat, /Паспорта везёт завод/)).toBeVisible({ timeout: 30_000 });
    await press(chat, /^Согласовать$/);
    await expect.poll(async () => (await task()).ladder).toBeNull();
    await foreman.context.close();
  });

  await test.step("then it is quiet: nobody hears of it the next morning", async () => {
    const asOf = await systemTime();
    await moveTo(await moscowDay(1), "09:05");
    await expect.poll(directorsMorning, { timeout: 30_000 }).not.toContain(title);
    expect((await systemTime()).getTime()).toBeGreaterThan(asOf.getTime());
    expect((await task()).ladder).toBeNull();
  });
});
