import { isLegible } from "@stsphera/contracts";
import { escapeHtml } from "@stsphera/telegram";
import type { Turn } from "./turn.ts";

/** The typed text; null when it is forwarded or invisible. */
export function typedText({ message }: Turn): string | null {
  if (message?.forward_origin !== undefined) return null;
  const text = message?.text?.trim() ?? message?.caption?.trim() ?? "";
  return isLegible(text) ? text : null;
}

/** What a step expects. */
export type Expected = "words" | "button" | "day" | "name" | "photo" | "title" | "number" | "number_or_photo";

/** «Здесь жду …»: the hint for stickers, voice messages and forwarded posts; the dialogue stays open. */
export function sayExpected(turn: Turn, what: Expected): void {
  const expected = turn.t(`expected.${what}`);
  const text = turn.t("error.not_text", { expected, example: turn.t(`expected.${what}_example`) }).trim();
  turn.say({ text: escapeHtml(text), buttons: [] });
}
