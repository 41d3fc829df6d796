import {
  type Answers,
  askedFields,
  type Field,
  type Form,
  isAsked,
  isDay,
  type ReasonAnswer,
} from "@stsphera/contracts/forms";

/**
 * The first answers of a form: the current values of the thing in a form that edits it, the first option of a fixed
 * choice.
 */
export function initialAnswers<C extends object>(form: Form<C>, card: C, given: Answers): Answers {
  const standing = (form.also ?? []).flatMap((field) =>
    field.kind === "choice" && field.options?.[0] !== undefined
      ? [[field.name, field.options[0]] as const]
      : [],
  );
  const current = (form.anyOne === true ? (form.asks ?? []) : []).map(
    ({ name }) => [name, (card as Readonly<Record<string, unknown>>)[name] ?? null] as const,
  );
  return { ...Object.fromEntries(standing), ...Object.fromEntries(current), ...given };
}

const isEmpty = (answer: unknown) =>
  answer === undefined || answer === null || answer === "" || (Array.isArray(answer) && answer.length === 0);

/** True for an answer that its field can take. */
export function isAnswered(field: Field<never>, answer: unknown): boolean {
  if (isEmpty(answer)) return field.optional === true;
  switch (field.kind) {
    case "reason":
      return (answer as ReasonAnswer).text.trim().length >= field.least;
    case "words":
      return typeof answer === "string" && answer.trim() !== "";
    case "day":
      return typeof answer === "string" && isDay(answer);
    case "choice":
      return field.typed === undefined || fitsTyped(field.typed, String(answer));
    default:
      return true;
  }
}

/** Whether a number that was typed instead of chosen is above zero and within its limit. */
function fitsTyped({ most, whole }: { most: number; whole: boolean }, text: string): boolean {
  const number = Number(text.replace(",", "."));
  return number > 0 && number <= most && (!whole || Number.isInteger(number));
}

/** The fields that the sheet shows, one below the other. */
export const shownFields = <C>(form: Form<C>, card: C, answers: Answers): readonly Field<C>[] => [
  ...askedFields(form, card, answers),
  ...(form.asks ?? []).filter((field) => field.kind === "photos" && field.beside !== undefined),
  ...(form.also ?? []).filter((field) => isAsked(field, card, answers)),
];

/** What a form would send: of one that changes a thing only what was changed. */
export function answersToSend<C extends object>(form: Form<C>, card: C, answers: Answers): Answers {
  if (form.anyOne !== true) return answers;
  const before = initialAnswers(form, card, {});
  return Object.fromEntries(
    Object.entries(answers)
      .filter(([name, answer]) => !(isEmpty(answer) ? isEmpty(before[name]) : answer === before[name]))
      .map(([name, answer]) => [name, answer === "" ? null : answer]),
  );
}

/** True when the form can be sent: every question has its answer, and something has changed. */
export function isComplete<C extends object>(
  form: Form<C>,
  card: C,
  answers: Answers,
  photos: number,
): boolean {
  const fields = shownFields(form, card, answers);
  const photosAlone =
    form.asks?.some((field) => field.kind === "photos" && field.beside !== undefined) === true;
  const answered = fields.every(
    (field) =>
      field.kind === "photos" ||
      isAnswered(field as Field<never>, answers[field.name]) ||
      (photosAlone && photos > 0 && isEmpty(answers[field.name])),
  );
  const changes = form.anyOne !== true || Object.keys(answersToSend(form, card, answers)).length > 0;
  return answered && changes && (form.ready?.(card, photos) ?? []).length === 0;
}
