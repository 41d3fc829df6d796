import type { Message } from "@stsphera/telegram";
import { expect, test } from "vitest";
import { mentions, readGroupCommand } from "./group-message.ts";

const ours = "stsphera_bot";
const said = (text: string, more: object = {}) => ({ text, ...more }) as Message;

test("a command has its argument, also over lines and in capitals", () => {
  expect(readGroupCommand(said("/link  k7mp-4qxd "), ours)).toEqual({
    name: "link",
    argument: "k7mp-4qxd",
    addressed: false,
  });
  expect(readGroupCommand(said("/LINK@Stsphera_Bot\nK7MP"), ours)).toMatchObject({
    name: "link",
    argument: "K7MP",
    addressed: true,
  });
});

test("a reply to the bot addresses it; one to somebody else does not", () => {
  const to = (from: object) => said("/tasks", { reply_to_message: { from } });
  expect(readGroupCommand(to({ is_bot: true, username: "stsphera_bot" }), ours)?.addressed).toBe(true);
  expect(readGroupCommand(to({ is_bot: false, username: "sbelov" }), ours)?.addressed).toBe(false);
});

test("a command to another bot and a plain text are none", () => {
  expect(
    [said("/link@other_bot"), said("см. /link"), said("привет"), said("/")].map((one) =>
      readGroupCommand(one, ours),
    ),
  ).toEqual([null, null, null, null]);
});

test("a text names the bot by its whole name", () => {
  expect(
    [said("@stsphera_bot когда машина?"), said("кто тут @STSphera_bot")].every((one) => mentions(one, ours)),
  ).toBe(true);
  expect(
    [said("@stsphera_bot2"), said("mail@stsphera_bot"), said("бот")].some((one) => mentions(one, ours)),
  ).toBe(false);
});
