import { describe, expect, test } from "vitest";
import { reason, title } from "./scalars.ts";

describe("words", () => {
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
  ])("«%s» is none", (text) => {
    expect(reason.safeParse(text).error?.issues.map(({ code }) => code)).toEqual([
      text.length > 1000 ? "too_big" : "too_small",
    ]);
  });

  test.each(["Ф", "🏗", " 1 ", "Шов\u200bА"])("«%s» is a title", (text) => {
    expect(title.safeParse(text).success).toBe(true);
  });

  test.each(["", " ", "\u200b", "\u2800\u2800", "\u202e\u00ad", "я".repeat(201)])("«%s» is none", (text) => {
    expect(title.safeParse(text).success).toBe(false);
  });
});
