import { expect, test } from "vitest";
import { answersToInput } from "./answers-to-input.ts";
import { reasonFor } from "./build-fields.ts";

const ready = { code: "weather_wind", text: "Ветер" };
const typed = { code: "other", text: " закрыта зона разгрузки " };

test("a reason arrives as its text, or with its code where the verb knows codes", () => {
  const inWords = { asks: [reasonFor("reason", ["weather_wind", "other"])] };
  expect(answersToInput(inWords, { reason: ready })).toEqual({ reason: "Ветер" });
  const coded = { asks: [reasonFor("reason", ["weather_wind", "other"], { coded: true })] };
  expect(answersToInput(coded, { reason: ready })).toEqual({ reason: { code: "weather_wind" } });
  const words = { code: "other", text: "закрыта зона разгрузки" };
  expect(answersToInput(coded, { reason: typed })).toEqual({ reason: words });
  expect(answersToInput(coded, { reason: { ...typed, code: null } })).toEqual({ reason: words });
});
