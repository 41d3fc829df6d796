import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { toInlineKeyboard } from "./buttons.ts";
import { fitCaption, fitText } from "./fit-text.ts";
import { card, escapeHtml, html, joinHtml, line, progressBar, raw } from "./html.ts";

describe('regression 20: a title with <b>&" cannot break a message', () => {
  test("values are escaped, the template's own markup stays", () => {
    expect(html`<b>${'<b>&"'}</b>`.html).toBe("<b>&lt;b&gt;&amp;&quot;</b>");
    expect(card('<b>&"', [line("Имя", "</b><a href=''>")])).toBe(
      "<b>&lt;b&gt;&amp;&quot;</b>\n────────────────\nИмя  &lt;/b&gt;&lt;a href=''&gt;",
    );
  });

  test("no typed text leaves unescaped markup", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const escaped = escapeHtml(text);
        expect(/[<>"]|&(?!(amp|lt|gt|quot);)/.test(escaped)).toBe(false);
        expect(html`${text}`.html).toBe(escaped);
      }),
    );
  });

  test("stored text turns nothing beside it, in a message or on a button", () => {
    const title = "Шов \u202eанодан\u200b";
    expect(card(title, [html`\n${`А\n${title}`}`])).toBe(
      "<b>Шов анодан</b>\n────────────────\n\nА\nШов анодан",
    );
    const press = (text: string) => toInlineKeyboard([[{ kind: "callback", text, data: "x" }]]);
    expect(press(`${title}\nБ`).inline_keyboard[0]?.[0]?.text).toBe("Шов анодан Б");
    expect(press("\u202e").inline_keyboard[0]?.[0]?.text).toBe("…");
  });

  test("nested pieces are escaped once, lists are joined, absent values are omitted", () => {
    const bold = html`<b>${"a&b"}</b>`;
    expect(html`${bold}${[raw("<i>"), "<"]}${null}${undefined}${0}`.html).toBe("<b>a&amp;b</b><i>&lt;0");
    expect(joinHtml(["", null, "a", bold], " & ").html).toBe("a &amp; <b>a&amp;b</b>");
  });
});

describe("cards", () => {
  test("a line with an empty value is omitted", () => {
    expect(line("Машина", "")).toBeNull();
    expect(line("Машина", html``)).toBeNull();
    expect(card("Т", [line("А", null), line("Б", 0)])).toBe("<b>Т</b>\n────────────────\nБ  0");
    expect(card("Т", [null, ""])).toBe("<b>Т</b>");
  });

  test.each([
    [0, 0],
    ["0.1", 1],
    [14.9, 1],
    ["59", 6],
    [89, 9],
    [99.9, 9],
    ["100.0", 10],
    [131, 10],
    [-5, 0],
  ])("at %s per cent the bar has %s full characters", (percent, filled) => {
    expect(progressBar(percent)).toBe("▓".repeat(filled) + "░".repeat(10 - filled));
  });

  test("a progress bar of something that is not a number throws", () => {
    expect(() => progressBar("NaN")).toThrow(RangeError);
  });
});

describe("limits", () => {
  const visible = (text: string) => text.replace(/<[^>]*>/g, "").replace(/&(amp|lt|gt|quot);/g, "&").length;

  test("text within the limit is unchanged: markup does not count", () => {
    const text = `<b>${"&amp;".repeat(10)}</b>`;
    expect(fitText(text, 10)).toBe(text);
  });

  test("a cut never falls inside a tag, an entity or an emoji, and open tags are closed", () => {
    expect(fitText("<b>ab<i>cd</i></b>", 3)).toBe("<b>ab<i>…</i></b>");
    expect(fitText("ab&amp;cd", 4)).toBe("ab&amp;…");
    expect(fitText("👷👷👷", 4)).toBe("👷…");
    expect(fitText("ab👷‍♂️👷‍♂️", 8)).toBe("ab👷‍♂️…");
    expect(fitText("ab👷‍♂️👷‍♂️", 7)).toBe("ab…");
    expect(fitText('<a href="x>y">один</a>', 3)).toBe('<a href="x>y">од…</a>');
    expect(fitText("<blockquote expandable>один два</blockquote>", 6)).toBe(
      "<blockquote expandable>один…</blockquote>",
    );
  });

  test("any escaped text is shortened to the limit with its tags balanced", () => {
    const piece = fc.string({ unit: "grapheme" }).map((text) => html`<b>${text}</b>`);
    fc.assert(
      fc.property(fc.array(piece), fc.integer({ min: 1, max: 60 }), (pieces, limit) => {
        const text = fitText(joinHtml(pieces).html, limit);
        expect(visible(text)).toBeLessThanOrEqual(limit);
        expect(text.split("<b>").length).toBe(text.split("</b>").length);
        expect(text.isWellFormed()).toBe(true);
      }),
    );
  });

  test("a caption is cut between characters", () => {
    expect(fitCaption("Открыть", 7)).toBe("Открыть");
    expect(fitCaption("👷 Прораб", 3)).toBe("👷…");
    expect(fitCaption("👷‍♂️ Прораб", 3)).toBe("👷‍♂️…");
    expect(fitCaption("👷‍♂️👷‍♂️", 2)).toBe("👷‍♂️👷‍♂️");
  });
});
