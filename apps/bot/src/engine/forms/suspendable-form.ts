import type { Suspendable } from "../suspended.ts";
import type { AnyForms } from "./form-feature.ts";
import { readForm } from "./read-form.ts";

/** How a form waits while another dialogue goes on. */
export const suspendableForm = (feature: AnyForms): Suspendable => ({
  feature: feature.feature,
  ...(feature.command === undefined ? {} : { command: feature.command }),
  reads: (stored) => readForm(feature, stored) !== null,
  holds(stored, next) {
    const state = readForm(feature, stored);
    if (state === null) return false;
    return feature.holds?.(state, next) ?? (Object.keys(state.values).length > 0 || state.photos.length > 0);
  },
  words(turn, stored) {
    const state = readForm(feature, stored);
    return state === null ? turn.t("dialog.resumed.unknown") : feature.resumed(turn, state);
  },
});
