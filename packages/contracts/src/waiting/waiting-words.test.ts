import { expect, test } from "vitest";
import { APPROVAL_KINDS, LOCALES } from "../vocabulary.ts";
import { insideLine, WAITING_ROWS, WAITING_TODO, whatWaits } from "./captions.ts";

test.each(LOCALES)("each kind has words of its own in %s", (locale) => {
  const todo = APPROVAL_KINDS.map((kind) => WAITING_TODO[locale][kind]);
  const short = APPROVAL_KINDS.map((kind) => WAITING_ROWS[locale][kind].short);
  for (const said of [todo, short]) expect(new Set(said).size).toBe(APPROVAL_KINDS.length);
});

test("a row says its day and number, and what has none stands as it is", () => {
  const { fact_days, reschedule, person } = WAITING_ROWS.ru;
  const about = { day: "7 сентября", count: 3 };
  expect(whatWaits(fact_days, about)).toBe("факт за 7 сентября, 3 записи");
  expect(whatWaits(reschedule, about)).toBe("просят срок 7 сентября");
  expect(whatWaits(person, about)).toBe("ждёт доступа");
});

test("a caption inside a line begins small, an abbreviation stays", () => {
  expect(["Доп. работы", "ГПР", "Facts"].map(insideLine)).toEqual(["доп. работы", "ГПР", "facts"]);
});
