import { expect, test } from "vitest";
import { toInlineKeyboard } from "../buttons.ts";
import { packCommand, unpackCommand } from "./command-data.ts";

test("a packed command unpacks to itself", () => {
  expect(unpackCommand(packCommand("fact"))).toBe("fact");
  for (const data of ["", "c:", "c:DROP", "c:a:b", "u:a:1"]) expect(unpackCommand(data), data).toBeNull();
});

test("a keyboard refuses data that Telegram would refuse", () => {
  const button = (data: string) => [[{ kind: "callback", text: "a", data } as const]];
  expect(() => toInlineKeyboard(button("я".repeat(33)))).toThrow(RangeError);
  expect(() => toInlineKeyboard(button(""))).toThrow(RangeError);
  expect(toInlineKeyboard([[], ...button("x".repeat(64))]).inline_keyboard).toHaveLength(1);
});
