import type { Field, Form, PersonAnswer, ReasonAnswer } from "@stsphera/contracts/forms";
import { fieldsOf } from "./fields-of.ts";
import type { AnyAsked } from "./form-feature.ts";
import { askKey } from "./kinds/kind.ts";

/** An answer as verbs take it, by the kind of its field. */
function given(field: Field<unknown>, answer: unknown): unknown {
  switch (field.kind) {
    case "reason":
      return (answer as ReasonAnswer).text;
    case "person": {
      const { id } = answer as PersonAnswer;
      return field.as === undefined ? id : { [field.as]: id };
    }
    case "choice":
      return field.numeric === true ? Number(answer) : answer;
    default:
      return answer;
  }
}

/**
 * What a form gathered, as the input of its verb: fields by their names, photos as the files they were recorded as. What
 * was left out is left out, or emptied by a form that changes a thing. Photos without words are called what they are.
 */
export function verbInput(
  { turn, state, answers }: AnyAsked,
  form: Form<unknown>,
  fileIds: readonly number[] = [],
): Record<string, unknown> {
  const entries = fieldsOf(form).flatMap((field): [string, unknown][] => {
    const { name, kind } = field;
    if (kind === "photos") return [[name, fileIds]];
    const answer = answers[name];
    if (answer === undefined) return [];
    if (answer === null) return form.anyOne === true ? [[name, null]] : [];
    return [[name, answer === "" ? turn.t(askKey(state, name, "alone")) : given(field, answer)]];
  });
  return Object.fromEntries(entries);
}
