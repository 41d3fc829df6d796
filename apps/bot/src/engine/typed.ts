import { isLegible } from "@stsphera/contracts";
import { escapeHtml } from "@stsphera/telegram";
import type { Turn } from "./turn.ts";

/** What was typed, unless it was typed elsewhere and forwarded here, or cannot be seen. */
export function typedText({ message }: Turn): string | null {
  if (message?.forward_origin !== undefined) return null;
  const text = message?.text?.trim() ?? message?.caption?.trim() ?? "";
  return isLegible(text) ? text : null;
}

/** What a step waits for. */
export type Expected = "words" | "button" | "day" | "name" | "photo" | "title" | "number" | "number_or_photo";

/** «Здесь жду …»: for stickers, voices, forwarded posts and silence; the dialogue stays where it is. */
export function sayExpected(turn: Turn, what: Expected): void {
  const expected = turn.t(`expected.${what}`);
  const text = turn.t("error.not_text", { expected, example: turn.t(`expected.${what}_example`) }).trim();
  turn.say({ text: escapeHtml(text), buttons: [] });
}
