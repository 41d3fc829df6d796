import { expect, test } from "vitest";
import { splitSentence } from "./split-sentence.ts";

test("the first sentence is the title", () => {
  expect(splitSentence("Доступ закрыт. Если это ошибка, обратитесь к администратору.")).toEqual({
    title: "Доступ закрыт",
    line: "Если это ошибка, обратитесь к администратору.",
  });
  expect(splitSentence("Вход устарел.")).toEqual({ title: "Вход устарел", line: "" });
});
