import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { forgetShifts, shiftFaults, watchShifts } from "./layout-shift.ts";

const IS_FULL = process.env["CRAWL"] === "full";
/** Pages of one kind differ in their ids alone; this many of each are opened. */
const EACH_KIND = IS_FULL ? 2 : 1;
/** Screens larger than this at 200 % text would have to be scrolled sideways. */
const SLACK_PX = 1;
/** A screen that is not there by then is a fault, however busy the machine. */
const SCREEN_MS = 90_000;
/** No role has so many kinds of screens: links that lead on without end are a fault too. */
const MAX_SCREENS = 250;

const kindOf = (path: string): string =>
  path.replaceAll(/\d{4}-\d{2}-\d{2}/g, ":day").replaceAll(/\d+/g, ":id");

const linksOf = (page: Page): Promise<string[]> =>
  page.locator('a[href^="/"]').evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));

/** Waits until nothing is on its way any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector("#root main") !== null &&
      document.querySelector('[role="status"]') === null &&
      document.getAnimations().every(({ playState }) => playState !== "running"),
    undefined,
    { timeout: SCREEN_MS },
  );
}

/** As a link within the app does; in full as an address typed into a browser, which loads the app anew for each page. */
export async function open(page: Page, front: string, path: string): Promise<void> {
  if (IS_FULL) await page.goto(front + path);
  else
    await page.evaluate((to) => {
      window.history.pushState({ depth: 1 }, "", to);
      window.dispatchEvent(new PopStateEvent("popstate"));
    }, path);
  await settled(page);
}

/** How many pixels too wide the screen is at 200 % text, and the texts with a figure that are cut off there. */
async function at200(page: Page): Promise<{ over: number; cut: string[] }> {
  return page.evaluate(async () => {
    document.documentElement.style.fontSize = "200%";
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const { scrollWidth } = document.scrollingElement ?? document.documentElement;
    // A figure of its own text; what scrolls, or is folded on purpose, is read all the same.
    const hasFigure = (element: Element): boolean =>
      [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && /\d/.test(node.textContent ?? ""),
      );
    const isCut = (element: Element): boolean => {
      const { display, overflowX, overflowY, webkitLineClamp } = getComputedStyle(element);
      if (display === "inline" || webkitLineClamp !== "none") return false;
      const scrolls = overflowX === "auto" || overflowX === "scroll";
      const sideways = !scrolls && element.scrollWidth > element.clientWidth + 1;
      const down = ["hidden", "clip"].includes(overflowY) && element.scrollHeight > element.clientHeight + 1;
      return sideways || down;
    };
    const isHidden = (element: Element) =>
      element.closest(".visually-hidden, [aria-hidden='true'], svg") !== null;
    const cut = [...document.querySelectorAll("main *, .nav-bar *")]
      .filter((element) => hasFigure(element) && !isHidden(element))
      .filter((element) => element.checkVisibility() && isCut(element))
      .map((element) => element.outerHTML.slice(0, 120));
    document.documentElement.style.fontSize = "";
    return { over: scrollWidth - window.innerWidth, cut };
  });
}

/** What one presses or types into is read at arm's length; the captions of the bar alone are smaller. */
const smallActions = (page: Page): Promise<string[]> =>
  page
    .locator("a, button, select, input, textarea, summary")
    .evaluateAll((elements) =>
      elements
        .filter(
          (element) =>
            element.checkVisibility() &&
            element.closest(".nav-bar") === null &&
            (element.textContent ?? "").trim() !== "" &&
            Number.parseFloat(getComputedStyle(element).fontSize) < 16,
        )
        .map((element) => `smaller than 16 px: ${element.outerHTML.slice(0, 120)}`),
    );

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa"]).analyze();
  return violations.map(
    ({ id, nodes }) => `axe ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
  );
}

/** What is wrong with the screen that is open: faults that axe finds, actions in small letters, 200 % text that makes it too wide. */
export async function hardToUse(page: Page): Promise<string[]> {
  const faults = [...(await violationsOf(page)), ...(await smallActions(page))];
  const { over, cut } = await at200(page);
  if (over > SLACK_PX) faults.push(`${over} px too wide at 200 % text`);
  return [...faults, ...cut.map((html) => `cut at 200 % text: ${html}`)];
}

/**
 * Follows every link from the page that is open and tells what is wrong: an error instead of a screen, a link that leads
 * elsewhere than it says, an error of the console, a fault that axe finds, an action in small letters, a screen that
 * 200 % text makes too wide, or one that moves while it comes.
 * @param onScreen called before each screen, which then has `SCREEN_MS` and the time of its checks
 */
export async function crawl(
  page: Page,
  front: string,
  onScreen: () => void,
): Promise<{ opened: string[]; faults: string[] }> {
  const opened: string[] = [];
  const faults: string[] = [];
  const kinds = new Map<string, number>();
  let here = "/";
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`${here}: console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`${here}: ${error.message}`));
  await watchShifts(page);
  const waiting = [...new Set(["/", ...(await linksOf(page))])];
  while (waiting.length > 0) {
    here = waiting.shift() ?? "/";
    const kind = kindOf(here);
    const seen = kinds.get(kind) ?? 0;
    if (seen >= EACH_KIND || opened.includes(here)) continue;
    kinds.set(kind, seen + 1);
    if (opened.length >= MAX_SCREENS) {
      faults.push(`${here}: more than ${MAX_SCREENS} screens`);
      break;
    }
    onScreen();
    await forgetShifts(page);
    await open(page, front, here);
    faults.push(...(await shiftFaults(page)).map((fault) => `${here}: ${fault}`));
    opened.push(here);
    const { pathname } = new URL(page.url());
    if (pathname !== here.split("?")[0]) faults.push(`${here} leads to ${pathname}`);
    if ((await page.getByTestId("error").count()) > 0)
      faults.push(`${here}: ${await page.getByTestId("error").first().textContent()}`);
    if (seen === 0) faults.push(...(await hardToUse(page)).map((fault) => `${here}: ${fault}`));
    // The sections that are one press away.
    const more = page.getByTestId("sections-more");
    const isCovered = (await page.getByRole("dialog").count()) > 0;
    if (seen === 0 && !isCovered && (await more.isVisible())) await more.click();
    waiting.push(...(await linksOf(page)).filter((link) => !opened.includes(link)));
  }
  return { opened, faults };
}
