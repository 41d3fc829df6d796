import type { Answers, PersonField } from "@stsphera/contracts/forms";
import type { Photos } from "../photos/use-photos.ts";

export type Choosable = { readonly id: number; readonly fullName: string; readonly note?: string };

/** What fields need of the thing that the form is about. */
export type FormSurroundings = {
  /** Feature and form, as captions name them: `task.decline`. */
  readonly scope: string;
  /** The thing's own day. */
  readonly today: string;
  readonly people: (field: PersonField<never>) => readonly Choosable[];
  /** Values of a choice by the name of their query; some depend on the other answers. */
  readonly options: (
    from: string,
    answers: Answers,
  ) => readonly { readonly value: string; readonly text: string }[];
  readonly photos: Photos;
};

export type FieldProps<F> = FormSurroundings & {
  readonly field: F;
  readonly label: string;
  readonly answer: unknown;
  /** Of the whole form. */
  readonly answers: Answers;
  readonly onAnswer: (answer: unknown) => void;
};
