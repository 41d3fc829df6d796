import { isLegible } from "@stsphera/contracts";
import { escapeHtml } from "@stsphera/telegram";
import type { Turn } from "./turn.ts";

/** What was typed, unless it was typed elsewhere and forwarded here, or cannot be seen. */
export function typedText({ message }: Turn): string | null {
  if (message?.forward_origin !== undefined) return null;
  const text = message?.text?.trim() ?? message?.caption?.trim() ?? "";
  return isLegible(text) ? text : null;
}

const answer = (turn: Turn, text: string): void => turn.say({ text: escapeHtml(text), buttons: [] });

/** What a step waits for. */
export type Expected = "words" | "button" | "day" | "name" | "photo" | "title";

/** «Здесь жду …»: for stickers, voices, forwarded posts and silence; the dialogue stays where it is. */
export function sayExpected(turn: Turn, what: Expected): void {
  const expected = turn.t(`expected.${what}`);
  answer(turn, turn.t("error.not_text", { expected, example: turn.t(`expected.${what}_example`) }).trim());
}

/** Words of a step between two lengths; null after telling what is waited for. */
export function readWords(turn: Turn, { least = 1, most }: { least?: number; most: number }): string | null {
  const text = typedText(turn);
  if (text === null) {
    sayExpected(turn, "words");
    return null;
  }
  const enough = isLegible(text, least);
  if (enough && text.length <= most) return text;
  answer(
    turn,
    enough ? turn.t("expected.shorter", { count: most }) : turn.t("expected.longer", { count: least }),
  );
  return null;
}

/** A reason as every verb takes it. */
export const readReason = (turn: Turn): string | null => readWords(turn, { least: 5, most: 1000 });
