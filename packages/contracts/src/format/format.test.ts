import { describe, expect, test } from "vitest";
import {
  dayInWords,
  dayWithYear,
  formatMoney,
  formatPercent,
  formatQuantity,
  formatSigned,
  fullDay,
  numericDay,
  periodWithYear,
} from "./index.ts";
import { ofUnit, shortName, unitName, withUnit } from "./index.ts";

const THIN = "\u202f";
const NB = "\u00a0";

describe("numbers", () => {
  test("thousands are separated by a thin space, the fraction by a comma", () => {
    expect(formatQuantity("1152", "ru")).toBe(`1${THIN}152`);
    expect(formatQuantity("302400000.5", "ru")).toBe(`302${THIN}400${THIN}000,5`);
    expect(formatQuantity("12.500", "ru")).toBe("12,5");
    expect(formatQuantity("0", "ru")).toBe("0");
    expect(formatQuantity("-1234.5", "en")).toBe("−1,234.5");
  });

  test("roubles have no kopecks or two digits of them", () => {
    expect(formatMoney("150000.5", "ru")).toBe(`150${THIN}000,50${NB}₽`);
    expect(formatMoney("1240000.00", "ru")).toBe(`1${THIN}240${THIN}000${NB}₽`);
  });

  test("a period over New Year has both years, whenever it is read; a paper's day always has one", () => {
    for (const today of ["2026-12-30", "2027-01-02"])
      expect(periodWithYear("2026-12-25", "2027-01-08", today, "ru")).toBe("25 декабря 2026 – 8 января 2027");
    expect(periodWithYear("2026-09-08", "2026-09-10", "2026-09-08", "ru")).toBe("8 сентября – 10 сентября");
    expect(periodWithYear("2026-09-08", "2026-09-08", "2026-09-08", "ru")).toBe("8 сентября");
    expect(fullDay("2026-09-08", "ru")).toBe("8 сентября 2026");
  });

  test("more digits than a float holds are kept", () => {
    expect(formatQuantity("123456789012345678.123", "en")).toBe("123,456,789,012,345,678.123");
  });

  test("an invalid decimal is refused", () => {
    for (const text of ["", "NaN", "1e3", "12,5", " 1", "Infinity", "--1"]) {
      expect(() => formatQuantity(text, "ru")).toThrow(RangeError);
    }
  });

  test("a difference has a sign", () => {
    expect(formatSigned("0.8", "ru")).toBe("+0,8");
    expect(formatSigned("-2", "ru")).toBe("−2");
    expect(formatSigned("-0.0", "ru")).toBe("0");
  });

  test("per cent is rounded half up, and null is a dash", () => {
    expect(formatPercent("59.5", 0, "ru")).toBe("60%");
    expect(formatPercent("59.44", 1, "ru")).toBe("59,4%");
    expect(formatPercent(59.95, 1, "en")).toBe("60.0%");
    expect(formatPercent(1e-7, 1, "en")).toBe("0.0%");
    expect(formatPercent("-0.04", 1, "ru")).toBe("0,0%");
    expect(formatPercent(null, 1, "ru")).toBe("–");
  });
});

describe("units", () => {
  test("a no-break space comes before the unit", () => {
    expect(withUnit("1152", "шт", "ru")).toBe(`1${THIN}152${NB}шт`);
    expect(withUnit("12.5", "м.п.", "ru")).toBe(`12,5${NB}м.п.`);
    expect(withUnit("1", "шт", "en")).toBe(`1${NB}pc`);
  });

  test("whole words are inflected by number", () => {
    expect(withUnit("1", "этаж", "ru")).toBe(`1${NB}этаж`);
    expect(withUnit("3", "этаж", "ru")).toBe(`3${NB}этажа`);
    expect(withUnit("14", "этаж", "ru")).toBe(`14${NB}этажей`);
    expect(withUnit("1.5", "смена", "ru")).toBe(`1,5${NB}смены`);
  });

  test("a company's own unit is shown as written", () => {
    expect(withUnit("2", "бухта", "en")).toBe(`2${NB}бухта`);
    expect(unitName("бухта", "ru")).toBe("бухта");
    expect([unitName("шт", "en"), unitName("этаж", "en"), unitName("м²", "ru")]).toEqual([
      "pcs",
      "floors",
      "м²",
    ]);
  });
});

describe("days", () => {
  test("three styles", () => {
    expect(dayWithYear("2026-09-10", "2026-09-08", "ru")).toBe("10 сентября");
    expect(dayWithYear("2026-09-10", "2026-09-08", "ru", "weekday")).toBe("чт, 10 сентября");
    expect(dayWithYear("2026-09-10", "2026-09-08", "en", "weekday")).toBe("Thu, 10 September");
    expect(numericDay("2026-09-10", "ru")).toBe("10.09.2026");
  });

  test("an invalid day is refused", () => {
    for (const text of ["2026-02-30", "2026-9-1", "", "2026-13-01"]) {
      expect(() => dayWithYear(text, "2026-09-10", "ru")).toThrow(RangeError);
      expect(() => numericDay(text, "ru")).toThrow(RangeError);
    }
  });

  test.each([
    ["2026-09-15", "сегодня"],
    ["2026-09-16", "завтра"],
    ["2026-09-18", "в пятницу, 18 сентября"],
    ["2026-09-21", "в понедельник, 21 сентября"],
    ["2026-09-22", "до 22 сентября"],
    ["2027-01-12", "до 12 января 2027"],
    ["2026-09-14", "вчера"],
    ["2026-09-01", "1 сентября"],
  ])("seen from 15 September 2026, %s is «%s»", (day, words) => {
    expect(dayInWords(day, "2026-09-15", "ru")).toBe(words);
  });

  test("only another year is included", () => {
    expect(dayWithYear("2026-10-17", "2026-09-10", "ru")).toBe("17 октября");
    expect(dayWithYear("2027-03-01", "2026-09-10", "ru")).toBe("1 марта 2027");
    expect(dayWithYear("2025-12-31", "2026-09-10", "en")).toBe("31 December 2025");
    expect(dayWithYear("2099-09-14", "2026-09-10", "ru", "weekday")).toBe("пн, 14 сентября 2099");
  });

  test("delay is in the working days given by the caller", () => {
    expect(dayInWords("2026-09-10", "2026-09-15", "ru", 3)).toBe(`просрочено 3${NB}раб.${NB}дн.`);
    expect(dayInWords("2026-09-10", "2026-09-15", "en", 1)).toBe(`1${NB}working day overdue`);
    expect(dayInWords("2026-09-18", "2026-09-15", "en")).toBe("on Friday, 18 September");
  });
});

test("people are named by their surname, the last word as stored", () => {
  expect(shortName("Сергей Белов")).toBe("Белов");
  expect(shortName(" Сергей  Белов ", "initial")).toBe(`Белов${NB}С.`);
  expect(shortName("Анна Римская-Корсакова")).toBe("Римская-Корсакова");
  expect(shortName("Белов", "initial")).toBe("Белов");
});

test.each([
  ["44", "этаж", "ru", `44${NB}этажей`],
  ["21", "этаж", "ru", `21${NB}этажа`],
  ["3", "смена", "ru", `3${NB}смен`],
  ["4.5", "этаж", "ru", `4,5${NB}этажа`],
  ["1152", "шт", "ru", `1${THIN}152${NB}шт`],
  ["44", "этаж", "en", `44${NB}floors`],
] as const)("after «из» %s %s is in the genitive (%s)", (quantity, unit, locale, text) => {
  expect(ofUnit(quantity, unit, locale)).toBe(text);
});
