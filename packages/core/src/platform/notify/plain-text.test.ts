import { card, html, line } from "@stsphera/telegram";
import { expect, test } from "vitest";
import { plainText } from "./plain-text.ts";

test("the title and lines of a message lose their markup, typed markup characters are kept", () => {
  const message = card('Школа <b>&"', [line("Внесено", html`<b>${"4 < 8"}</b>`), "&amp;lt;"]);
  expect(plainText(message)).toEqual({ title: 'Школа <b>&"', text: "Внесено  4 < 8\n&amp;lt;" });
});

test("a message with only a title has no text", () => {
  expect(plainText(card("Тихо", []))).toEqual({ title: "Тихо", text: "" });
});
