import { describe, expect, test } from "vitest";
import { contrast } from "./color.ts";
import { baseOf, LEAST_CONTRAST, tokensOf } from "./telegram-tokens.ts";

const LIGHT = {
  bg_color: "#ffffff",
  secondary_bg_color: "#f1f1f1",
  text_color: "#000000",
  hint_color: "#c4c9cc",
  button_color: "#8fd3ff",
  button_text_color: "#ffffff",
};
const DARK = {
  bg_color: "#17212b",
  button_color: "#2b3a4a",
  button_text_color: "#334455",
  text_color: "#222222",
};

describe("Telegram's theme", () => {
  test("decides the stage by its background", () => {
    expect(baseOf(LIGHT)).toBe("light");
    expect(baseOf(DARK)).toBe("dark");
    expect(baseOf({})).toBe("dark");
  });

  test("never brings text under 4.5 : 1, however pale its colours are", () => {
    const tokens = tokensOf(LIGHT);
    for (const ink of ["--ink", "--ink-2", "--ink-3", "--led"]) {
      for (const surface of ["--stage-0", "--stage-1", "--stage-2", "--stage-3"]) {
        expect(contrast(tokens[ink] ?? "", tokens[surface] ?? "")).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      }
    }
    expect(contrast(tokens["--led-ink"] ?? "", tokens["--led"] ?? "")).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  });

  test("leaves the dark stage as it is drawn", () => {
    expect(tokensOf(DARK)).toEqual({});
    expect(tokensOf({})).toEqual({});
  });

  test("a colour that reads already is left alone", () => {
    expect(tokensOf({ ...LIGHT, button_color: "#0b62c4" })["--led"]).toBe("#0b62c4");
  });
});
