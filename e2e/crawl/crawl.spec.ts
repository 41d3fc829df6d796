import { expect, test } from "@playwright/test";
import { openMiniApp } from "../support/mini-app.ts";
import { system } from "../support/system.ts";
import { crawl } from "./crawl.ts";
import { crawlers } from "./people.ts";

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

for (const { role, personId } of crawlers) {
  test(`every link that ${role} sees opens its screen, without an error, readable at 200 %`, async ({
    browser,
  }) => {
    test.setTimeout(300_000);
    const { front } = system();
    const { context, page } = await openMiniApp(browser, personId, "");
    await page.getByTestId("nav-dashboard").waitFor();
    const { opened, faults } = await crawl(page, front);
    expect(faults).toEqual([]);
    expect(opened).toEqual(expect.arrayContaining(EVERYBODYS));
    if (role === "project_manager")
      for (const screen of MANAGERS) expect(opened).toContainEqual(expect.stringMatching(screen));
    await context.close();
  });
}
