import { answersToInput, type Form } from "@stsphera/contracts/forms";
import type { AnyAsked } from "./form-feature.ts";
import { askKey } from "./kinds/kind.ts";

/** What a form gathered, as the input of its verb; photos without words are called what they are. */
export const verbInput = (
  { turn, state, answers }: AnyAsked,
  form: Form<unknown>,
  fileIds: readonly number[] = [],
): Record<string, unknown> =>
  answersToInput(form, answers, { fileIds, alone: (name) => turn.t(askKey(state, name, "alone")) });
