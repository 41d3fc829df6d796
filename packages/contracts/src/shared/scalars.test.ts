import { describe, expect, test } from "vitest";
import { reason, singleLine, title, note } from "./scalars.ts";

describe("text fields", () => {
  test.each(["нет ф", "a b c", "🏗️🏗️🏗️", "١٢٣٤٥", "  нет фронта  "])("«%s» is a reason", (text) => {
    expect(reason.safeParse(text)).toMatchObject({ success: true, data: text.trim() });
  });

  test.each([
    "",
    "     ",
    "нет",
    "🙂🙂🙂",
    "\u200b\u200b\u200b\u200b\u200b",
    "\u3164".repeat(9),
    "я".repeat(1001),
  ])("«%s» is not a reason", (text) => {
    expect(reason.safeParse(text).error?.issues.map(({ code }) => code)).toEqual([
      text.length > 1000 ? "too_big" : "too_small",
    ]);
  });

  test.each(["Ф", "🏗", " 1 ", "Шов\u200bА"])("«%s» is a title", (text) => {
    expect(title.safeParse(text).success).toBe(true);
  });

  test.each(["", " ", "\u200b", "\u2800\u2800", "\u202e\u00ad", "я".repeat(201)])(
    "«%s» is not a title",
    (text) => {
      expect(title.safeParse(text).success).toBe(false);
    },
  );

  test.each([
    ["Шов\nСрок  завтра", "Шов Срок  завтра"],
    ["  Шов \r\n\r\n А", "Шов А"],
    ["Шов\u2028А\u2029Б\u0085В\vГ\fД", "Шов А Б В Г Д"],
    ["\nШов", "Шов"],
  ])("regression 20: line breaks add no lines to a card: %j", (typed, kept) => {
    expect(title.parse(typed)).toBe(kept);
    expect(reason.parse(`${typed} и ещё`)).toBe(`${kept} и ещё`);
    expect(singleLine(40).parse(typed)).toBe(kept);
  });

  test.each([
    ["\u202eнов\u202c шва", "нов шва"],
    ["Шов\u200b \u2067А\u2069\ufeff", "Шов А"],
    ["Шов\u0007\u0000А\tБ", "ШовА\tБ"],
    ["\u200b Шов \u200b", "Шов"],
    ["👷\u200d♀️ шов\u200d", "👷\u200d♀️ шов"],
  ])("what turns or hides the text beside it goes: %j", (typed, kept) => {
    expect(title.parse(typed)).toBe(kept);
    expect(singleLine(40).parse(typed)).toBe(kept);
  });

  test("length limits apply after line breaks are folded", () => {
    expect(reason.safeParse("нет\n\n\n").success).toBe(false);
    expect(title.safeParse(`${"я".repeat(199)}\n\n\nю`).success).toBe(false);
    expect(title.safeParse(`${"я".repeat(198)}\n\n\nю`).success).toBe(true);
  });
});

test("a note keeps its lines and joined emoji, and loses what hides or turns its text", () => {
  expect(note.parse("Ось 7\n\u202eважно\u200b 👷\u200d♂️ ")).toBe("Ось 7\nважно 👷\u200d♂️");
  expect(note.safeParse("a".repeat(2001)).success).toBe(false);
});
