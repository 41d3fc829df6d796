import { answersToInput, type Form } from "@stsphera/contracts/forms";
import type { AnyAsked } from "./form-feature.ts";
import { askKey } from "./kinds/kind.ts";

/** Builds the input of the verb from a form; photos without a text get a default text. */
export const verbInput = (
  { turn, state, answers }: AnyAsked,
  form: Form<unknown>,
  fileIds: readonly number[] = [],
): Record<string, unknown> =>
  answersToInput(form, answers, { fileIds, alone: (name) => turn.t(askKey(state, name, "alone")) });
