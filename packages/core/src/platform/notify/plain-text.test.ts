import { card, html, line } from "@stsphera/telegram";
import { expect, test } from "vitest";
import { plainText } from "./plain-text.ts";

test("the title and the lines of a message stand without markup, words with signs of markup as typed", () => {
  const message = card('Школа <b>&"', [line("Внесено", html`<b>${"4 < 8"}</b>`), "&amp;lt;"]);
  expect(plainText(message)).toEqual({ title: 'Школа <b>&"', text: "Внесено  4 < 8\n&amp;lt;" });
});

test("a message of a title alone has no text", () => {
  expect(plainText(card("Тихо", []))).toEqual({ title: "Тихо", text: "" });
});
