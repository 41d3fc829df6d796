import { expect, test } from "vitest";
import { sayDeliveryError } from "./delivery-errors.ts";

test.each([
  ["Forbidden: bot was blocked by the user", "Человек заблокировал бота"],
  ["Forbidden: user is deactivated", "Аккаунт Telegram удалён"],
  ["Forbidden: bot was kicked from the supergroup chat", "Бота удалили из группы"],
  ["Bad Request: chat not found", "Беседы больше нет"],
  ["Bad Request: not enough rights to send text messages to the chat", /не хватает прав/],
  ["Bad Request: message thread not found", "Темы группы больше нет"],
  ["Bad Request: message to edit not found", /больше нет/],
  ["sendMessage: Telegram unreachable, timeout", /Нет ответа/],
  ["connect ECONNREFUSED 10.0.0.1:25", /Нет ответа/],
  ["the webhook answered 503", "Адрес ответил кодом 503"],
  ["552 too much", "Сообщение не приняли, код 552"],
  ["RangeError", "Сообщение не приняли"],
])("«%s» is told in Russian", (error, said) => {
  const told = sayDeliveryError(error, "ru");
  if (typeof said === "string") expect(told).toBe(said);
  else expect(told).toMatch(said);
  expect(told.replace("Telegram", "")).not.toMatch(/[a-z]{4,}/);
  expect(sayDeliveryError(error, "en")).not.toMatch(/[а-яё]/i);
});
