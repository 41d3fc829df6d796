import { describe, expect, it } from "vitest";
import { parseHtml } from "./html.ts";

describe("Telegram's HTML", () => {
  it("turns tags into entities counted in UTF-16 units", () => {
    expect(parseHtml("🏗 <b>Факт <i>за</i></b> 5 &lt; 7 &amp; &#9731;")).toEqual({
      text: "🏗 Факт за 5 < 7 & ☃",
      entities: [
        { type: "italic", offset: 8, length: 2 },
        { type: "bold", offset: 3, length: 7 },
      ],
    });
  });

  it("reads links, code with a language and expandable quotes", () => {
    const { text, entities } = parseHtml(
      '<a href="https://example.com/?a=1&amp;b=2">вот</a><pre><code class="language-sql">x</code></pre><blockquote expandable>q</blockquote>',
    );
    expect(text).toBe("вотxq");
    expect(entities).toEqual([
      { type: "text_link", offset: 0, length: 3, url: "https://example.com/?a=1&b=2" },
      { type: "pre", offset: 3, length: 1, language: "sql" },
      { type: "expandable_blockquote", offset: 4, length: 1 },
    ]);
  });

  it("leaves an unknown reference and a lone ampersand unchanged", () => {
    expect(parseHtml("a &nbsp; & b").text).toBe("a &nbsp; & b");
  });

  it.each([
    ["<b>нет конца", `Can't find end tag corresponding to start tag "b"`],
    ["до <br> после", 'Unsupported start tag "br" at byte offset 5'],
    ["1 < 2", 'Unsupported start tag "" at byte offset 2'],
    ["1 <2", "Unclosed start tag at byte offset 2"],
    ["<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ["x</b>", "Unexpected end tag at byte offset 1"],
    ["<b>x</b", "Unclosed end tag at byte offset 4"],
    ["<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ["<a href>x</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'],
    ['<a href="x', 'Unclosed start tag "a" at byte offset 0'],
    ["<a href=x_y>x</a>", "Unexpected end of name token at byte offset 8"],
  ])("refuses %s", (source, reason) => {
    expect(() => parseHtml(source)).toThrow(`Bad Request: can't parse entities: ${reason}`);
  });
});
