import { describe, expect, it } from "vitest";
import { trimmed, withDetected } from "./detect.ts";

const kinds = (text: string) =>
  withDetected({ text, entities: [] }).entities.map(({ type, offset, length }) => [
    type,
    text.slice(offset, offset + length),
  ]);

describe("entities that Telegram detects in plain text", () => {
  it("finds commands, links, mentions and hashtags", () => {
    expect(kinds("/fact@stsphera_bot и https://t.me/bot/app?startapp=o1. @sbelov #фасад a@b.ru")).toEqual([
      ["bot_command", "/fact@stsphera_bot"],
      ["url", "https://t.me/bot/app?startapp=o1"],
      ["mention", "@sbelov"],
      ["hashtag", "#фасад"],
      ["email", "a@b.ru"],
    ]);
  });

  it("does not treat a fraction or a path as a command", () => {
    expect(kinds("12/24 шт, и/или, a/b")).toEqual([]);
  });

  it("trims the text and moves its entities", () => {
    expect(trimmed({ text: " \n жир \n", entities: [{ type: "bold", offset: 0, length: 8 }] })).toEqual({
      text: "жир",
      entities: [{ type: "bold", offset: 0, length: 3 }],
    });
  });
});
