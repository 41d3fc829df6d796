import { chromium } from "@playwright/test";
import { browserLaunch } from "../scripts/browser.ts";
const [front, sandbox] = ["http://localhost:5400", "http://localhost:5410"];
const browser = await chromium.launch(browserLaunch());
async function shots(userId: number, name: string, paths: string[], light = false) {
  const { initData } = (await (await fetch(`${sandbox}/sandbox/init-data?userId=${userId}`)).json()) as {
    initData: string;
  };
  const theme = light
    ? { bg_color: "#ffffff", text_color: "#000000" }
    : { bg_color: "#17212b", text_color: "#f5f5f5" };
  const launch = new URLSearchParams({
    tgWebAppData: initData,
    tgWebAppVersion: "8.0",
    tgWebAppPlatform: "android",
    tgWebAppThemeParams: JSON.stringify(theme),
  });
  const ctx = await browser.newContext({
    viewport: { width: 360, height: 780 },
    colorScheme: light ? "light" : "dark",
  });
  const page = await ctx.newPage();
  page.on("console", (m) => m.type() === "error" && console.log(name, m.text()));
  await page.goto(`${front}/#${launch.toString().replaceAll("+", "%20")}`);
  await page.waitForTimeout(2500);
  for (const [i, p] of paths.entries()) {
    await page.evaluate((to) => {
      history.pushState({ depth: 1 }, "", to);
      dispatchEvent(new PopStateEvent("popstate"));
    }, p);
    await page.waitForTimeout(2000);
    await page.screenshot({ path: `/tmp/shot-${name}-${i}.png`, fullPage: true });
  }
  await ctx.close();
}
await shots(1000011, "foreman", ["/objects/1/shift", "/objects/1", "/objects/1/extra-works"]);
await shots(1000004, "manager", ["/objects/1/shift", "/objects/1/extra-works", "/profile/settings"], true);
await browser.close();
