import { type Browser, expect, type Page } from "@playwright/test";
import { writeFile } from "node:fs/promises";
import { type Api, signIn } from "./support/api-client.ts";
import { openMiniApp } from "./support/mini-app.ts";
import { drawPhoto } from "./support/photos.ts";
import { PEOPLE, sandboxClient, type SandboxMessage } from "./support/sandbox-client.ts";
import { system } from "./support/system.ts";
import { test } from "./support/test.ts";

const ENTRIES = 6;
const PHOTOS_EACH = 2;
const PHONE = { viewport: { width: 390, height: 844 }, locale: "ru-RU", timezoneId: "Europe/Moscow" };
const THREE_DAYS = 3 * 86_400;

/** A phone's own keeper of passkeys, which confirms whoever holds the phone. */
async function keepsPasskeys(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** Opens a one-time link in a browser of its own and presses the one button. */
async function enterByLink(browser: Browser, link: string, name: RegExp): Promise<Page> {
  const page = await (await browser.newContext(PHONE)).newPage();
  await page.goto(link);
  await expect(page.getByTestId("link-entry")).toContainText(name);
  await page.getByTestId("enter-by-link").click();
  await expect(page.getByTestId("nav-profile")).toBeVisible();
  return page;
}

const linkIn = ({ text }: SandboxMessage) => /https?:\/\/\S+\/login#[\w-]{43}/.exec(text ?? "")?.[0] ?? "";
const rows = (page: Page) => page.locator('[data-testid^="fact-row-"]');

test("Telegram is dead for three days: the day is entered, confirmed and seen in browsers", async ({
  browser,
}, info) => {
  const { front, sandbox } = system();
  const telegram = sandboxClient(sandbox);
  const apiOf = async (person: number): Promise<Api> => signIn(front, await telegram.initData(person));
  const { items } = await (
    await apiOf(PEOPLE.foreman)
  )<{ items: { id: number; name: string }[] }>("GET", "/objects");
  const objectId = items.find(({ name }) => name === "СПК Блок Б")?.id ?? 0;
  const factPage = `${front}/objects/${objectId}/fact`;
  const photos = await Promise.all(
    Array.from({ length: ENTRIES * PHOTOS_EACH }, async (_, at) => {
      const path = info.outputPath(`photo-${at}.jpg`);
      await writeFile(path, await drawPhoto(at));
      return path;
    }),
  );

  const { page: foreman } = await openMiniApp(browser, PEOPLE.foreman, "");
  await test.step("beforehand the foreman makes a passkey, in two taps from the profile", async () => {
    await keepsPasskeys(foreman);
    await foreman.getByTestId("nav-profile").click();
    await foreman.getByTestId("open-devices").getByRole("link").click();
    await foreman.getByTestId("create-passkey").click();
    await expect(foreman.getByTestId("passkey")).toHaveCount(1);
  });

  const manager = await test.step("the manager opens a browser by a link from their own chat", async () => {
    await telegram.say(PEOPLE.manager, { text: "/login" });
    const message = await telegram.awaitMessage(PEOPLE.manager, (one) => linkIn(one) !== "");
    return enterByLink(browser, linkIn(message), /Дёмин/);
  });

  const chatBefore = (await telegram.messages(PEOPLE.manager)).length;
  await test.step("Telegram is gone, and three days pass", async () => {
    await telegram.fault({ kind: "down" });
    await telegram.clock({ advanceSeconds: THREE_DAYS });
  });

  await test.step("the foreman comes to the site's address and signs in by the passkey", async () => {
    await foreman.evaluate(() => sessionStorage.clear());
    await foreman.goto("about:blank");
    await foreman.goto(front);
    await foreman.getByTestId("sign-in-passkey").click();
    await expect(foreman.getByTestId("nav-profile")).toBeVisible();
  });

  await test.step("six entries and twelve photos", async () => {
    await foreman.goto(factPage);
    const quick = foreman.locator('[data-testid^="line-quick-"]');
    await expect(quick.nth(ENTRIES - 1)).toBeVisible();
    const ids = await quick.evaluateAll((nodes) => nodes.map((node) => node.getAttribute("data-testid")));
    for (const [at, id] of ids.slice(0, ENTRIES).entries()) {
      await foreman.getByTestId(String(id).replace("line-quick-", "line-")).click();
      await foreman.getByTestId("chip-plan").click();
      const own = photos.slice(at * PHOTOS_EACH, (at + 1) * PHOTOS_EACH);
      await foreman.getByTestId("photo-input").setInputFiles(own);
      await expect(foreman.locator('[data-testid="draft-photo"][data-state="sent"]')).toHaveCount(
        PHOTOS_EACH,
      );
      await foreman.getByTestId("save-fact").click();
      await expect(rows(foreman)).toHaveCount(at + 1);
    }
  });

  await test.step("the manager, still signed in, sees the photos and confirms the day", async () => {
    await manager.goto(factPage);
    await expect(rows(manager)).toHaveCount(ENTRIES);
    await expect(manager.getByTestId("fact-photo").locator("img")).toHaveCount(ENTRIES * PHOTOS_EACH, {
      timeout: 30_000,
    });
    const first = manager.getByTestId("fact-photo").locator("img").first();
    await first.scrollIntoViewIfNeeded();
    await expect
      .poll(() => first.evaluate((node) => (node as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0);
    await manager.getByTestId("confirm-day").click();
    await expect(manager.locator('[data-testid^="fact-row-"][data-status="confirmed"]')).toHaveCount(ENTRIES);
  });

  await test.step("the director, let in by a link of the administrator, sees it", async () => {
    const admin = await apiOf(PEOPLE.admin);
    const director = await apiOf(PEOPLE.director);
    const { user } = await director<{ user: { id: number; fullName: string } }>("GET", "/me");
    const { link } = await admin<{ link: string }>("POST", "/auth/given-links", {
      userId: user.id,
      reason: "Telegram не работает третий день",
    });
    const page = await enterByLink(browser, link, new RegExp(user.fullName));
    await page.goto(factPage);
    await expect(page.locator('[data-testid^="fact-row-"][data-status="confirmed"]')).toHaveCount(ENTRIES);
    await page.goto(`${front}/profile/devices`);
    await expect(page.getByTestId("session-current")).toContainText("по ссылке администратора");
    await page.goto(`${front}/notifications`);
    await expect(page.getByText("Для вас сделали ссылку для входа").first()).toBeVisible();
  });

  await test.step("Telegram is back: the chats catch up, and nothing comes twice", async () => {
    expect((await telegram.messages(PEOPLE.manager)).length).toBe(chatBefore);
    await telegram.noFaults();
    const told = (text: RegExp) => (one: SandboxMessage) => text.test(one.text ?? "");
    await telegram.awaitMessage(PEOPLE.director, told(/сделали ссылку для входа/));
    await telegram.awaitMessage(PEOPLE.director, told(/Вход в браузере по ссылке/));
    const late = (await telegram.messages(PEOPLE.director)).filter((one) => one.deleted !== true);
    expect(late.filter(told(/сделали ссылку для входа/))).toHaveLength(1);
    expect(late.filter(told(/Вход в браузере по ссылке/))).toHaveLength(1);
    await expect
      .poll(async () => (await telegram.messages(PEOPLE.manager)).length, { timeout: 20_000 })
      .toBeGreaterThan(chatBefore);
    const texts = (await telegram.messages(PEOPLE.manager)).slice(chatBefore).map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    await foreman.reload();
    await expect(rows(foreman)).toHaveCount(ENTRIES);
  });
});
