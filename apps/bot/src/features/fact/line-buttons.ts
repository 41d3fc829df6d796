import { shortWorkName, withUnit } from "@stsphera/contracts/format";
import type { Button } from "@stsphera/telegram";
import { press } from "../../engine/buttons.ts";
import { type FormState } from "../../engine/forms/form-state.ts";
import { closeButton, extraButton, idleButtons } from "../../engine/shift-buttons.ts";
import { packStep } from "../../engine/step-data.ts";
import { shortPlace, wordsOf } from "../../engine/words.ts";
import { packEntry } from "./callback-data.ts";
import type { At } from "./fact-card.ts";
import { heldWords } from "./messages/lines.ts";

/** Returned entries that stand above the lines; the app shows all of them. */
const RETURNED = 3;

/** Above the lines: what was returned to the reader, and the way back from a search to all lines. */
export function lineButtons({ turn, state, card }: At): Button[][] {
  if (state.step !== "floorVolumeId" || state.page > 0) return [];
  const { t, locale } = turn;
  if (state.search !== null) return [[press(t("fact.search.all"), packStep(state.id, "lines"))]];
  const { returned } = card.day();
  return returned.slice(0, RETURNED).map((entry) => {
    const work = shortWorkName(entry.workType.name);
    const qty = withUnit(entry.quantity, entry.workType.unit, locale);
    const caption = t("fact.returned.fix", { work, place: shortPlace(entry), qty });
    return [press(caption, packEntry(entry.factId, "fix"))];
  });
}

/** Under the lines: what crews did without a quantity, and closing the shift. */
export function shiftButtons({ turn, state, card }: At): Button[][] {
  if (state.step !== "floorVolumeId" || state.page > 0 || state.search !== null) return [];
  const form = card.day();
  if (heldWords(wordsOf(turn), form) !== null) return [];
  const at = { objectId: form.object.id, day: form.date, shift: form.shift };
  return [idleButtons(turn, at), [...closeButton(turn, at), ...extraButton(turn, at)]];
}

/** «Все строки»: drops the search. */
export function pressLines({ state }: At, action: string): Promise<FormState | null> | undefined {
  return action === "lines" ? Promise.resolve({ ...state, search: null, page: 0 }) : undefined;
}
