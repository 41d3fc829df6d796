import { resumeMessage, showStep } from "../steps.ts";
import type { Turn } from "../turn.ts";
import type { AnyForms } from "./form-feature.ts";
import { type FormStart, openForm } from "./move-on.ts";
import { currentForm, holdsForm } from "./read-form.ts";

/** A command that starts a form, or offers to resume the open one; does nothing when `begin` returns null. */
export const beginOrResume =
  (feature: AnyForms, begin: (turn: Turn) => Promise<FormStart | null>) =>
  async (turn: Turn): Promise<void> => {
    const state = currentForm(feature, turn);
    const another = { feature: feature.feature, id: turn.requestId };
    if (state !== null && holdsForm(feature, state, another))
      return showStep(turn, state, resumeMessage(turn, state, await feature.resumed(turn, state)));
    const start = await begin(turn);
    if (start !== null) await openForm(feature, turn, start);
  };
