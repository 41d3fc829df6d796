import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { layOverPage, onPageEntry, popSheet } from "./sheet-history.ts";

type Entry = { readonly path: string; readonly state: unknown };

/** The history of a browser: going back is answered later, by `popstate`. */
function browserHistory() {
  const entries: Entry[] = [
    { path: "/objects", state: { depth: 0 } },
    { path: "/objects/1/fact", state: { depth: 1 } },
  ];
  let at = 1;
  const here = () => entries[at]?.path;
  const history = {
    get state() {
      return entries[at]?.state;
    },
    pushState(state: unknown, _title: string, path = here() ?? "") {
      entries.splice(++at, Infinity, { path, state });
    },
    replaceState(state: unknown, _title: string, path = here() ?? "") {
      entries[at] = { path, state };
    },
    back() {
      setTimeout(() => {
        at -= 1;
        popSheet();
      });
    },
  };
  const paths = () => entries.slice(0, at + 1).map(({ path }) => path);
  return { history, here, paths };
}

let browser: ReturnType<typeof browserHistory>;
const settled = () => vi.runAllTimersAsync();

beforeEach(() => {
  vi.useFakeTimers();
  browser = browserHistory();
  vi.stubGlobal("window", { history: browser.history });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A sheet that closes when it is asked to. */
function openSheet() {
  const sheet = { isOpen: true, close: () => undefined as void };
  const takeOut = layOverPage(() => sheet.close());
  sheet.close = () => {
    sheet.isOpen = false;
    takeOut();
  };
  return sheet;
}

test("back closes the sheet, and only the next back leaves the page", async () => {
  const sheet = openSheet();
  await settled();
  browser.history.back();
  await settled();
  expect([sheet.isOpen, browser.here()]).toEqual([false, "/objects/1/fact"]);
  browser.history.back();
  await settled();
  expect(browser.here()).toBe("/objects");
});

test("of two sheets back closes the upper one, then the lower one", async () => {
  const [lower, upper] = [openSheet(), openSheet()];
  await settled();
  browser.history.back();
  await settled();
  expect([lower.isOpen, upper.isOpen]).toEqual([true, false]);
  browser.history.back();
  await settled();
  expect([lower.isOpen, browser.here()]).toEqual([false, "/objects/1/fact"]);
});

test("a sheet closed by its button leaves no entry behind", async () => {
  const sheet = openSheet();
  await settled();
  sheet.close();
  await settled();
  expect(browser.paths()).toEqual(["/objects", "/objects/1/fact"]);
  browser.history.back();
  await settled();
  expect(browser.here()).toBe("/objects");
});

test("a sheet that takes the place of another keeps its entry", async () => {
  const first = openSheet();
  await settled();
  first.close();
  const second = openSheet();
  await settled();
  browser.history.back();
  await settled();
  expect([second.isOpen, browser.here()]).toEqual([false, "/objects/1/fact"]);
});

test("what a sheet changes in the address is changed on its page's entry", async () => {
  const sheet = openSheet();
  await settled();
  onPageEntry(() => browser.history.replaceState({ depth: 1 }, "", "/objects/1/fact?day=2026-11-30"));
  sheet.close();
  await settled();
  expect(browser.paths()).toEqual(["/objects", "/objects/1/fact?day=2026-11-30"]);
});

test("a page opened from a sheet lies on the page, not on the sheet", async () => {
  openSheet().close();
  const sheet = openSheet();
  await settled();
  onPageEntry(() => browser.history.pushState({ depth: 2 }, "", "/tasks/5"));
  sheet.close();
  await settled();
  expect(browser.paths()).toEqual(["/objects", "/objects/1/fact", "/tasks/5"]);
});
