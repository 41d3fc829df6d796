import { DomainError } from "@stsphera/core";
import { type BotApi, TelegramUnreachable } from "@stsphera/telegram";
import { expect, test } from "vitest";
import { createBotUsername } from "./bot-username.ts";

function telegram(answer: () => unknown): { api: BotApi; asked: () => number } {
  let asked = 0;
  const call: BotApi["call"] = async <T>() => {
    asked += 1;
    return answer() as T;
  };
  return {
    api: { call, downloadFile: () => Promise.reject(new Error("nobody asks for files")) },
    asked: () => asked,
  };
}

test("the configured name is used without asking Telegram", async () => {
  const { api, asked } = telegram(() => ({ username: "another_bot" }));
  expect(await createBotUsername("stsphera_bot", api)()).toBe("stsphera_bot");
  expect(asked()).toBe(0);
});

test("without a setting Telegram is asked once", async () => {
  const { api, asked } = telegram(() => ({ username: "stsphera_bot" }));
  const botUsername = createBotUsername(undefined, api);
  expect([await botUsername(), await botUsername()]).toEqual(["stsphera_bot", "stsphera_bot"]);
  expect(asked()).toBe(1);
});

test("while Telegram is away the name is unknown, and it is asked again", async () => {
  const answers = [
    () => {
      throw new TelegramUnreachable({ method: "getMe", reason: "network", maybeApplied: false });
    },
    () => ({ username: "stsphera_bot" }),
  ];
  const { api } = telegram(() => answers.shift()?.());
  const botUsername = createBotUsername(undefined, api);
  await expect(botUsername()).rejects.toThrow(DomainError);
  expect(await botUsername()).toBe("stsphera_bot");
});
