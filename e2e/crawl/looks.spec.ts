import { expect } from "@playwright/test";
import { PEOPLE, screensOf } from "../support/daily-screens.ts";
import { openMiniApp } from "../support/mini-app.ts";
import { system } from "../support/system.ts";
import { test } from "../support/test.ts";
import { hardToUse, open } from "./crawl.ts";

const { foreman, manager } = PEOPLE;
const WIDTHS = [360, 1280] as const;
const LOCALES = ["ru", "en"] as const;
/** Every look of every day's screens; daily tests take two that share nothing. */
const LOOKS = Object.entries({ foreman, manager }).flatMap(([who, userId]) =>
  WIDTHS.flatMap((width) => LOCALES.map((locale) => ({ who, userId, width, locale }))),
);
const SAMPLE = new Set(["foreman 360 ru", "manager 1280 en"]);
const isTaken = ({ who, width, locale }: (typeof LOOKS)[number]) =>
  process.env["CRAWL"] !== undefined || SAMPLE.has(`${who} ${width} ${locale}`);
const SCREEN_MS = 30_000;
const HEIGHT = 780;

for (const { who, userId, width, locale } of LOOKS.filter(isTaken)) {
  test(`in the theme of the street, ${width} px wide, ${locale}: the day's screens of a ${who} read well`, async ({
    browser,
  }, testInfo) => {
    const { front, sandbox } = system();
    const screens = await screensOf({ front, sandbox, userId });
    test.setTimeout(SCREEN_MS * (screens.length + 2));
    const chosen = { "stsphera.theme": "street", "stsphera.locale": locale };
    const phone = { viewport: { width, height: HEIGHT }, chosen };
    const { context, page } = await openMiniApp(browser, userId, "", phone);
    await page.getByTestId("nav-dashboard").waitFor();
    const faults: string[] = [];
    for (const { name, start } of screens) {
      await open(page, front, start);
      expect(await page.locator("html").getAttribute("data-theme")).toBe("street");
      expect(await page.locator("html").getAttribute("lang")).toBe(locale);
      faults.push(...(await hardToUse(page)).map((fault) => `${name}: ${fault}`));
      if (process.env["SHOTS"] !== undefined)
        for (const percent of [100, 200]) {
          await page.evaluate((size) => (document.documentElement.style.fontSize = `${size}%`), percent);
          await page.screenshot({ path: testInfo.outputPath(`${name}-${percent}.png`) });
          await page.evaluate(() => (document.documentElement.style.fontSize = ""));
        }
    }
    expect(faults).toEqual([]);
    await context.close();
  });
}
