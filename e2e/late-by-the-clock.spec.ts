import { expect, type Page } from "@playwright/test";
import { type Api, signIn } from "./support/api-client.ts";
import { lastMessage, openChat, press } from "./support/chat.ts";
import { clockTo, moscowDay, systemTime } from "./support/clock.ts";
import { openMiniApp } from "./support/mini-app.ts";
import { PEOPLE, sandboxClient } from "./support/sandbox-client.ts";
import { system } from "./support/system.ts";
import { test } from "./support/test.ts";

test.use({ calendar: "days ahead" });

const TASK = "Сдать паспорта анкеров, Юг 3";
const LATE = { of: /Просрочено|просроч|⚠️/, foreman: PEOPLE.foreman, manager: PEOPLE.manager };

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

/** Texts of a person's messages that name the task. */
async function toldOf(person: number): Promise<string[]> {
  const messages = await sandboxClient(system().sandbox).messages(person);
  return messages
    .filter(({ deleted, text }) => deleted !== true && text?.includes(TASK) === true)
    .map(({ text }) => text ?? "");
}

test("a task late by the clock: its assignee, the manager, the director are told; with a new date it is quiet", async ({
  page: chat,
  browser,
}) => {
  const { id: foremanId } = await (await as(PEOPLE.foreman))<{ id: number }>("GET", "/me");
  const manager = await as(PEOPLE.manager);
  const deadline = await moscowDay();
  const given = { title: TASK, assigneeId: foremanId, deadline };
  const { id } = await manager<{ id: number }>("POST", "/objects/1/tasks", given);
  const task = async () => (await as(PEOPLE.manager))<Task>("GET", `/tasks/${id}`);
  /** Moves the clock to the working day of the next level, when the directors have their cards too. */
  async function nextLevel(level: number): Promise<void> {
    const { ladder } = await task();
    const day = ladder?.next?.day;
    if (day === undefined) throw new Error(`nobody is told of level ${level}`);
    expect(ladder?.next?.level).toBe(level);
    await clockTo(day, "09:05");
    const levels = async () => (await task()).ladder?.told.map((one) => one.level).at(-1);
    await expect.poll(levels, { timeout: 30_000 }).toBe(level);
  }
  chat.setDefaultTimeout(20_000);
  await chat.goto(system().sandbox);

  await test.step("one working day late: the assignee is told what to do", async () => {
    await clockTo(await moscowDay(1), "06:30");
    await expect.poll(async () => (await task()).ladder?.next?.level).toBe(1);
    await nextLevel(1);
    await openChat(chat, PEOPLE.foreman);
    await expect(lastMessage(chat, new RegExp(TASK)).last()).toContainText(/Просрочен|важн/, {
      timeout: 30_000,
    });
    expect((await toldOf(LATE.manager)).filter((text) => LATE.of.test(text))).toEqual([]);
  });

  await test.step("three days late: the manager is told", async () => {
    await nextLevel(3);
    await expect
      .poll(async () => (await toldOf(LATE.manager)).some((text) => LATE.of.test(text)), { timeout: 30_000 })
      .toBe(true);
    await openChat(chat, PEOPLE.manager);
    await shoot(chat, "1-manager");
  });

  await test.step("seven days late: the director reads it in the morning", async () => {
    await nextLevel(7);
    await openChat(chat, PEOPLE.director);
    const card = lastMessage(chat, /🌅/);
    await expect(card).toContainText("Неделю без движения", { timeout: 30_000 });
    await expect(card).toContainText(TASK);
    await expect(card).toContainText("7 раб. дней");
    await shoot(chat, "2-director");
    expect((await task()).lateDays).toBe(7);
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
    await clockTo(await moscowDay(1), "09:05");
    await openChat(chat, PEOPLE.director);
    await expect
      .poll(
        async () => {
          const messages = await sandboxClient(system().sandbox).messages(PEOPLE.director);
          const card = messages.findLast(
            ({ deleted, text }) => deleted !== true && text?.includes("🌅") === true,
          );
          return card?.text ?? "";
        },
        { timeout: 30_000 },
      )
      .not.toContain(TASK);
    expect((await systemTime()).getTime()).toBeGreaterThan(asOf.getTime());
    expect((await task()).ladder).toBeNull();
  });
});
