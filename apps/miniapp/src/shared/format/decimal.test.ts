import { describe, expect, test } from "vitest";
import { fromMilli, minus, shareOf, toMilli, typedMilli } from "./decimal.ts";

describe("exact thousandths", () => {
  test.each([
    ["12", 12_000],
    ["12.5", 12_500],
    ["-18.7", -18_700],
    ["0.001", 1],
    ["999999999.999", 999_999_999_999],
  ])("%s and back", (text, milli) => {
    expect(toMilli(text)).toBe(milli);
    expect(fromMilli(milli)).toBe(text);
  });

  test("sums stay exact where floats do not", () => {
    expect(fromMilli(toMilli("0.1") + toMilli("0.2"))).toBe("0.3");
    expect(minus("48.6", "30")).toBe("18.6");
  });

  test("a comma and a dot are the same, spaces fall out", () => {
    expect(typedMilli("12,5")).toBe(12_500);
    expect(typedMilli("12.5")).toBe(12_500);
    expect(typedMilli("1 152")).toBe(1_152_000);
    expect(typedMilli("0")).toBe(0);
  });

  test.each(["", "abc", "NaN", "1e309", "-5", "1e12", "1000000000000", "12,5,5", "1.2345", ","])(
    "«%s» is no quantity",
    (text) => {
      expect(typedMilli(text)).toBeNull();
    },
  );

  test("shares have one decimal, half up, and a plan of 0 has none", () => {
    expect(shareOf(34_000, 36_000)).toBe("94.4");
    expect(shareOf(690_000, 1_152_000)).toBe("59.9");
    expect(shareOf(1_000, 0)).toBeNull();
  });
});
