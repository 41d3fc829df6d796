import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { sandboxClient } from "./sandbox-client.ts";
import { system } from "./system.ts";

const THEME = JSON.stringify({ bg_color: "#17212b", text_color: "#f5f5f5" });

export type MiniApp = { readonly context: BrowserContext; readonly page: Page };

/** The window, and what was chosen on this phone before. */
type Phone = {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly chosen?: Readonly<Record<string, string>>;
};

/** Opens the Mini App as a user on a separate phone, as a deep link in Telegram does. */
export async function openMiniApp(
  browser: Browser,
  personId: number,
  startParam: string,
  { viewport = { width: 390, height: 844 }, chosen = {} }: Phone = {},
): Promise<MiniApp> {
  const { front, sandbox } = system();
  const initData = await sandboxClient(sandbox).initData(personId, startParam);
  const context = await browser.newContext({ viewport, locale: "ru-RU", timezoneId: "Europe/Moscow" });
  await context.addInitScript((items) => {
    for (const [name, value] of Object.entries(items)) localStorage.setItem(name, value);
  }, chosen);
  const page = await context.newPage();
  const launch = new URLSearchParams({
    tgWebAppData: initData,
    tgWebAppVersion: "8.0",
    tgWebAppPlatform: "android",
    tgWebAppThemeParams: THEME,
    tgWebAppStartParam: startParam,
  });
  await page.goto(`${front}/#${launch.toString().replaceAll("+", "%20")}`);
  return { context, page };
}

/** Opens a section of the object that is open; those of other roles are one press further. */
export async function openSection(page: Page, section: string): Promise<void> {
  const chip = page.getByTestId(`section-${section}`);
  await expect(page.getByTestId("sections-more").or(chip).first()).toBeVisible();
  if (!(await chip.first().isVisible())) await page.getByTestId("sections-more").click();
  await chip.last().click();
}
