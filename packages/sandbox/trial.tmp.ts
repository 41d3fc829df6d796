import { createServer } from "node:http";
import { readFileSync, writeFileSync, rmSync, mkdtempSync } from "node:fs";
import { chromium } from "@playwright/test";
import { browserLaunch } from "../../scripts/browser.ts";
import { startTestSandbox } from "./src/testing/start.ts";
import { picture } from "./src/testing/picture.ts";

const app = createServer((_q, r) => {
  r.writeHead(200, { "content-type": "text/html" });
  r.end(readFileSync("/tmp/sbtrial/app.html"));
});
await new Promise<void>((r) => app.listen(0, "127.0.0.1", r));
const appUrl = `http://localhost:${(app.address() as { port: number }).port}/`;
const sb = await startTestSandbox({ miniAppUrl: appUrl });
const bot = sb.bot;
let on = true;
async function loop() {
  let offset = 0;
  while (on) {
    const a = await bot.call("getUpdates", { offset, timeout: 2 });
    for (const u of a.result as any[]) {
      offset = u.update_id + 1;
      if (u.callback_query) {
        await bot.result("answerCallbackQuery", { callback_query_id: u.callback_query.id, text: "Записано" });
        await bot.result("editMessageText", {
          chat_id: u.callback_query.message.chat.id,
          message_id: u.callback_query.message.message_id,
          text: "✅ <b>Записано</b> 10 шт",
          parse_mode: "HTML",
        });
      } else if (u.message?.text === "/fact") {
        await bot.result("sendMessage", {
          chat_id: u.message.chat.id,
          parse_mode: "HTML",
          text: `🏗 <b>Факт · СПК Блок Б</b>\n────────────────\nплан  <b>40 шт</b>\n<blockquote expandable>первая\nвторая</blockquote>\n<a href="https://example.com/?a=1&amp;b=2">ссылка</a> <tg-spoiler>тайна</tg-spoiler> &lt;img src=x onerror=alert(1)&gt; /menu\n▓▓▓▓▓▓░░░░ 59%`,
          reply_markup: {
            inline_keyboard: [
              [
                { text: "Как вчера · 10", callback_data: "f:10" },
                { text: "По плану · 40", callback_data: "f:40" },
              ],
              [{ text: "Открыть", web_app: { url: appUrl + "objects/1?startapp=object_1" } }],
              [{ text: "Ссылка", url: "https://t.me/stsphera_bot/app?startapp=o2" }],
            ],
          },
        });
      } else if (u.message?.text === "/start") {
        await bot.result("sendMessage", {
          chat_id: u.message.chat.id,
          text: "Здравствуйте",
          reply_markup: {
            keyboard: [[{ text: "Поделиться номером", request_contact: true }, "Меню"]],
            one_time_keyboard: true,
          },
        });
      }
    }
  }
}
const looping = loop();
await bot.result("setMyCommands", {
  commands: [
    { command: "fact", description: "Внести факт" },
    { command: "menu", description: "Меню" },
  ],
});
await bot.result("setChatMenuButton", {
  menu_button: { type: "web_app", text: "Сфера", web_app: { url: appUrl } },
});
const browser = await chromium.launch(browserLaunch());
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: "ru-RU" });
page.on("console", (m) => console.log("console", m.type(), m.text()));
page.on("pageerror", (e) => console.log("pageerror", e.message));
await page.goto(sb.url.replace("127.0.0.1", "localhost"));
await page.getByTestId("person-1000011").click();
await page.getByTestId("composer").fill("/fact");
await page.getByTestId("send").click();
await page.getByTestId("message").filter({ hasText: "СПК" }).waitFor();
const pics = await Promise.all(
  [1, 2, 3].map(async (n) => {
    const p = `/tmp/sbtrial/p${n}.png`;
    const b = await page.screenshot({ clip: { x: n * 150, y: 100, width: 400, height: 300 } });
    writeFileSync(p, b);
    return p;
  }),
);
await page.getByTestId("attach").setInputFiles(pics);
await page.screenshot({ path: "/tmp/sbtrial/1.png" });
await page.getByTestId("composer").fill("Захватка 2");
await page.getByTestId("send").click();
await page.getByTestId("photo").nth(2).waitFor();
console.log("photos", await page.getByTestId("photo").count());
await page.getByTestId("inline-button").filter({ hasText: "Открыть" }).click();
const frame = page.getByTestId("phone-frame").contentFrame();
await frame.getByTestId("ready").waitFor();
await page.getByTestId("phone-main-button").click();
await page.getByTestId("phone-back").click();
await page.getByTestId("theme").selectOption("light");
await frame.getByText("back_button_pressed").waitFor();
console.log(await frame.getByTestId("hash").textContent());
console.log(await frame.getByTestId("log").textContent());
await page.screenshot({ path: "/tmp/sbtrial/2.png" });
await page.getByTestId("inline-button").filter({ hasText: "Ссылка" }).click();
await frame.getByText("tgWebAppStartParam=o2").waitFor();
await page.getByTestId("inline-button").filter({ hasText: "Как вчера" }).click();
await page.getByTestId("toast").filter({ hasText: "Записано" }).waitFor();
await page.getByTestId("message").filter({ hasText: "изменено" }).waitFor();
await page.getByTestId("menu").click();
await page.screenshot({ path: "/tmp/sbtrial/3.png" });
await page.getByTestId("phone-close").click();
await page.getByTestId("open-app").waitFor();
await page.getByTestId("person-1000099").click();
await page.getByTestId("start").click();
await page.getByTestId("reply-button").filter({ hasText: "номером" }).click();
await page.getByTestId("message").filter({ hasText: "Вадим" }).waitFor();
console.log("reply buttons", await page.getByTestId("reply-button").count());
for (const t of ["sticker", "voice", "location", "poll", "forward"])
  await page.getByTestId(`send-${t}`).click();
await sb.control.post("/groups", { title: "Блок Б", members: [1000004, 1000011] });
await page.getByText("Блок Б").click();
await page.getByTestId("sender").selectOption("1000011");
await page.getByTestId("composer").fill("всем привет");
await page.getByTestId("composer").press("Enter");
await page.getByTestId("message").filter({ hasText: "всем привет" }).waitFor();
await page.getByTestId("faults-panel").locator("summary").click();
await page.getByTestId("fault-add").click();
await page.getByText("429 × 1").waitFor();
await page.screenshot({ path: "/tmp/sbtrial/4.png" });
console.log("errors", sb.errors);
on = false;
await looping;
await browser.close();
app.close();
await sb.remove();
