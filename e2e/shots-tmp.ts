import { chromium } from "@playwright/test";
import { browserLaunch } from "../scripts/browser.ts";
const [base, sandbox, out, userId, theme, width, scale, ...paths] = process.argv.slice(2);
const dark = theme === "dark";
const browser = await chromium.launch(browserLaunch());
const page = await browser.newPage({
  viewport: { width: Number(width), height: Number(width) > 800 ? 900 : 780 },
  deviceScaleFactor: 1,
});
const errors: string[] = [];
page.on("console", (m) => m.type() === "error" && errors.push(m.text()));
page.on("pageerror", (e) => errors.push(String(e)));
const { initData } = await (
  await fetch(`${sandbox}/sandbox/init-data?userId=${userId}`)
)
  .json()
  .then((v: any) => (typeof v === "string" ? { initData: v } : v));
const params = JSON.stringify(
  dark ? { bg_color: "#17212b", text_color: "#ffffff" } : { bg_color: "#ffffff", text_color: "#000000" },
);
await page.goto(
  `${base}/#tgWebAppData=${encodeURIComponent(initData)}&tgWebAppVersion=8.0&tgWebAppPlatform=android&tgWebAppThemeParams=${encodeURIComponent(params)}`,
);
await page.waitForTimeout(2500);
if (scale !== "1") await page.addStyleTag({ content: `html{font-size:${Number(scale) * 100}%}` });
let n = 0;
for (const path of paths) {
  await page.evaluate((p) => {
    history.pushState(null, "", p);
    dispatchEvent(new PopStateEvent("popstate"));
  }, path);
  await page.waitForTimeout(1800);
  n += 1;
  await page.screenshot({ path: `${out}-${n}.png`, fullPage: Number(width) < 800 });
}
console.log(errors.slice(0, 10).join("\n"));
await browser.close();
