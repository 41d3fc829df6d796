import { expect } from "@playwright/test";
import { openMiniApp } from "../support/mini-app.ts";
import { system } from "../support/system.ts";
import { crawl, hardToUse } from "./crawl.ts";
import { crawlers } from "./people.ts";
import { test } from "../support/test.ts";

/** Screens that anybody with an account finds. */
const EVERYBODYS = ["/", "/objects", "/notifications", "/profile"];
/** Screens of whoever makes objects and sets them up. */
const MANAGERS = [
  /^\/objects\/\d+\/team\/invitations$/,
  /^\/objects\/new$/,
  ...["", "/volumes", "/structure", "/passport", "/rules", "/calendar"].map(
    (part) => new RegExp(`^/objects/\\d+/setup${part}$`),
  ),
];

const STALLED_MS = 180_000;

for (const { role, personId } of crawlers) {
  test(`every link that ${role} sees opens its screen, without an error, readable at 200 %`, async ({
    browser,
  }) => {
    // The limit is on the next screen, not on the role: a slow machine takes longer and finds the same.
    const began = Date.now();
    const goOn = () => test.setTimeout(Date.now() - began + STALLED_MS);
    goOn();
    const { front } = system();
    const { context, page } = await openMiniApp(browser, personId, "");
    await page.getByTestId("nav-dashboard").waitFor();
    const { opened, faults } = await crawl(page, front, goOn);
    expect(faults).toEqual([]);
    expect(opened).toEqual(expect.arrayContaining(EVERYBODYS));
    if (role === "project_manager")
      for (const screen of MANAGERS) expect(opened).toContainEqual(expect.stringMatching(screen));
    await context.close();
  });
}

test("the pages before the app, without Telegram and without a session, read well", async ({ browser }) => {
  const { front } = system();
  const context = await browser.newContext({ viewport: { width: 360, height: 780 } });
  const page = await context.newPage();
  const places = [
    { path: "/", shows: "ways-in" },
    { path: "/login", shows: "ways-in" },
    { path: `/login#${"A".repeat(43)}`, shows: "link-refused" },
  ];
  for (const { path, shows } of places) {
    await page.goto("about:blank");
    await page.goto(front + path);
    await page.getByTestId(shows).waitFor();
    expect(await hardToUse(page), path).toEqual([]);
  }
  await context.close();
});
