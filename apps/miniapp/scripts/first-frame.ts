import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { transformWithOxc, type Plugin } from "vite";
import { shellEnglish } from "../src/shared/i18n/shell-english.ts";
import { shellWords } from "../src/shared/i18n/shell-words.ts";
import { NAV_PAGES } from "../src/shared/ui/nav-pages.ts";

const source = fileURLToPath(new URL("../inline/first-look.ts", import.meta.url));
const PLACE = '<div class="first-frame"></div>';

const bar = NAV_PAGES.map(
  ({ name, icon }) =>
    `<a><svg viewBox="0 0 24 24" width="22" height="22"><path d="${icon}" fill="none" stroke="currentColor" ` +
    `stroke-width="1.6" stroke-linejoin="round"/></svg><span lang="ru">${shellWords.ru.nav[name]}</span>` +
    `<span lang="en">${shellEnglish.nav[name]}</span></a>`,
).join("");

/** Draws the frame of every page in its HTML: the place of its content and the bar, with the words that stay. */
export function firstFrame(): Plugin {
  return {
    name: "first-frame",
    transformIndexHtml: async (html) => {
      const { code } = await transformWithOxc(await readFile(source, "utf8"), source, { target: "es2022" });
      return html
        .replace("<style>", () => `<script>{${code.trim()}}</script><style>`)
        .replace(
          PLACE,
          () =>
            `<div class="layout"><main class="layout-page">${PLACE}</main>` +
            `<nav class="nav-bar first-bar" aria-hidden="true">${bar}</nav></div>`,
        );
    },
  };
}
