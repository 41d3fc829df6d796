import { expect, test } from "vitest";
import { APPROVAL_KINDS, LOCALES } from "../vocabulary.ts";
import { insideLine, WAITING_WORDS, whatWaits } from "./captions.ts";

test.each(LOCALES)("each kind has words of its own in %s", (locale) => {
  for (const part of ["todo", "short"] as const) {
    const said = APPROVAL_KINDS.map((kind) => WAITING_WORDS[locale][kind][part]);
    expect(new Set(said).size).toBe(APPROVAL_KINDS.length);
  }
});

test("a row says its day and number, and what has none stands as it is", () => {
  const { fact_days, reschedule, person } = WAITING_WORDS.ru;
  const about = { day: "7 сентября", count: 3 };
  expect(whatWaits(fact_days, about)).toBe("факт за 7 сентября, 3 записи");
  expect(whatWaits(reschedule, about)).toBe("просят срок 7 сентября");
  expect(whatWaits(person, about)).toBe("ждёт доступа");
});

test("a caption inside a line begins small, an abbreviation stays", () => {
  expect(["Доп. работы", "ГПР", "Facts"].map(insideLine)).toEqual(["доп. работы", "ГПР", "facts"]);
});
