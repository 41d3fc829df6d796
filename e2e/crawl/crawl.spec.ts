import { expect, test } from "@playwright/test";
import { openMiniApp } from "../support/mini-app.ts";
import { system } from "../support/system.ts";
import { crawl } from "./crawl.ts";
import { crawlers } from "./people.ts";

/** Screens that anybody with an account finds. */
const EVERYBODYS = ["/", "/objects", "/notifications", "/profile"];
/** Screens that a role must find. */
const OWN: Readonly<Partial<Record<string, readonly RegExp[]>>> = {
  project_manager: [/^\/objects\/\d+\/team$/, /^\/objects\/\d+\/team\/invitations$/],
  viewer: [/^\/objects\/\d+\/team$/],
};

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
    for (const own of OWN[role] ?? []) expect(opened.some((path) => own.test(path))).toBe(true);
    await context.close();
  });
}
