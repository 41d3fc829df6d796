import type { Answers, Field, PersonAnswer, ReasonAnswer } from "./fields.ts";
import { fieldsOf, type Form } from "./forms.ts";

/** Converts an answer to the verb's input, by the kind of its field. */
function valueOf(field: Field<never>, answer: unknown): unknown {
  switch (field.kind) {
    case "reason":
      return field.coded === true ? codedReason(answer as ReasonAnswer) : (answer as ReasonAnswer).text;
    case "person": {
      const { id } = answer as PersonAnswer;
      return field.as === undefined ? id : { [field.as]: id };
    }
    case "choice":
      if (field.numeric !== true) return answer;
      return Array.isArray(answer) ? answer.map(Number) : Number(answer);
    default:
      return answer;
  }
}

/** A reason as verbs take it that know its codes; the text of a chip is only its caption. */
export const codedReason = <C extends string>({ code, text }: ReasonAnswer) =>
  code === "other" || code === null ? { code: "other" as C, text: text.trim() } : { code: code as C };

/**
 * Converts the answers of a form to the input of its verb: fields by name, photos as `fileIds`. Unanswered fields are
 * left out, or set to null by a form that changes a thing (`anyOne`). `alone` gives the text for a text field
 * answered only by photos.
 */
export function answersToInput(
  form: Form<never>,
  answers: Answers,
  { fileIds = [], alone = () => "" }: { fileIds?: readonly number[]; alone?: (name: string) => string } = {},
): Record<string, unknown> {
  const entries = fieldsOf(form).flatMap((field): [string, unknown][] => {
    const { name, kind } = field;
    if (kind === "photos") return [[name, fileIds]];
    const answer = answers[name];
    if (answer === undefined) return [];
    if (answer === null) return form.anyOne === true ? [[name, null]] : [];
    return [[name, answer === "" ? alone(name) : valueOf(field, answer)]];
  });
  return Object.fromEntries(entries);
}
