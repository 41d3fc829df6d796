import { describe, expect, test } from "vitest";
import { charactersOf, cutText, firstCharacter, shorten } from "./characters.ts";

const WORKER = "👷‍♂️";

describe("text is cut between characters", () => {
  test.each([
    ["a joined emoji", `${WORKER} Сергей`, 4, ""],
    ["a joined emoji that fits", `${WORKER} Сергей`, 5, WORKER],
    ["an emoji of two units", `a${"🏗".repeat(63)}`, 80, `a${"🏗".repeat(39)}`],
    ["a letter with a mark", "Дёмин".normalize("NFD"), 2, "Д"],
    ["a flag", "🇷🇺🇷🇺", 6, "🇷🇺"],
    ["a short text", "Белов", 5, "Белов"],
    ["nothing", "", 3, ""],
  ])("%s", (_what, text, most, cut) => {
    expect(cutText(text, most)).toBe(cut);
    expect(cutText(text, most).isWellFormed()).toBe(true);
  });

  test("a shortened text ends with «…» and stays within its length", () => {
    expect(shorten("Первый этаж", 8)).toBe("Первый…");
    expect(shorten("Этаж", 4)).toBe("Этаж");
    expect(shorten(`ab${WORKER}`, 6)).toBe("ab…");
  });

  test("characters are those that people see", () => {
    expect(charactersOf(`${WORKER}й`.normalize("NFD"))).toHaveLength(2);
    expect(firstCharacter(`${WORKER} Сергей`)).toBe(WORKER);
    expect(firstCharacter("")).toBe("");
  });
});
