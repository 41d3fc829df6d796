import { chromium } from "@playwright/test";
import { readFileSync } from "node:fs";
import { browserLaunch } from "../scripts/browser.ts";
const [out, h, ...files] = process.argv.slice(2);
const browser = await chromium.launch(browserLaunch());
const page = await browser.newPage({
  viewport: { width: Math.min(1900, files.length * 372), height: Number(h) },
});
const imgs = files
  .map(
    (f) =>
      `<img style="width:360px;height:${h}px;object-fit:cover;object-position:top;margin:4px" src="data:image/png;base64,${readFileSync(f).toString("base64")}">`,
  )
  .join("");
await page.setContent(`<body style="margin:0;background:#888;display:flex;flex-wrap:wrap">${imgs}</body>`);
await page.screenshot({ path: out, fullPage: true });
await browser.close();
