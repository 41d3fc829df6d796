import type { ReasonField, WordsField } from "@stsphera/contracts/forms";
import { oneLine } from "@stsphera/contracts/format";
import { isLegible, moneyInput } from "@stsphera/contracts";
import { refusalText } from "@stsphera/contracts/refusals";
import { z } from "zod";
import { rows } from "../../buttons.ts";
import type { Turn } from "../../turn.ts";
import { captionOf, chip, type Kind, type Reply } from "./kind.ts";

/** Text within length limits; counts code points, so that an emoji is one character. */
function fitting(
  turn: Turn,
  text: string,
  least: number,
  most: number,
  make: (text: string) => unknown,
): Reply {
  if (!isLegible(text, least)) return { tell: turn.t("expected.longer", { count: least }) };
  if (text.length > most) return { tell: turn.t("expected.shorter", { count: most }) };
  return { answer: make(text) };
}

export const wordsKind: Kind<WordsField<unknown>> = {
  stored: z.string(),
  expected: ({ name }) => (name === "title" ? "title" : "words"),
  buttons: () => [],
  press: () => "stale",
  typed({ turn, field }, text) {
    if (field.money === true) {
      const amount = moneyInput.safeParse(text.replace(/\s*(?:₽|р|руб[а-я]*)?\.?\s*$/iu, ""));
      return amount.success ? { answer: amount.data } : { tell: refusalText("money_format", turn.locale) };
    }
    return fitting(turn, field.lines === "one" ? oneLine(text) : text, 1, field.max, (words) => words);
  },
};

const HALF_ROW = 24;
const OTHER = "other";

/** Preset reasons in rows of two; a text when there are none or after «Другое». */
export const reasonKind: Kind<ReasonField<unknown>> = {
  stored: z.object({ code: z.string().nullable(), text: z.string() }),
  expected: ({ codes }, { typing }) => (codes.length === 0 || typing ? "words" : "button"),
  buttons: (asking) => {
    const { turn, state, field } = asking;
    if (state.typing) return [];
    const chips = field.codes.map((code) =>
      chip(asking, captionOf(turn, state, field, code), "pick", code, HALF_ROW),
    );
    return rows(chips, 2);
  },
  press({ turn, state, field }, action, argument) {
    const code = field.codes.find((one) => one === argument);
    if (action !== "pick" || code === undefined) return "stale";
    if (code === OTHER) return { change: { typing: true } };
    return { answer: { code, text: captionOf(turn, state, field, code) } };
  },
  typed({ turn, state, field }, text) {
    if (field.codes.length > 0 && !state.typing) return "expected";
    const code = state.typing ? OTHER : null;
    return fitting(turn, oneLine(text), field.least, field.max, (words) => ({ code, text: words }));
  },
};
