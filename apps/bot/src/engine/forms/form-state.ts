import { z } from "zod";
import { telegramPhoto } from "../photo-file.ts";

/** Where a form stands in a chat. Answers are read by the kinds of their fields, the subject by its feature. */
export const formState = z.object({
  feature: z.string(),
  id: z.string(),
  form: z.string(),
  /** The field that is asked, {@link CONFIRM} or {@link MENU}. */
  step: z.string(),
  subject: z.record(z.string(), z.unknown()),
  values: z.record(z.string(), z.unknown()).default({}),
  photos: z.array(telegramPhoto).default([]),
  /** «Другое» was chosen: its words are waited for. */
  typing: z.boolean().default(false),
  page: z.number().default(0),
  search: z.string().nullable().default(null),
  /** Name of the living card, where it is that of the thing itself. */
  card: z.string().optional(),
});
export type FormState = z.infer<typeof formState>;

/** The step that shows everything before it is sent. */
export const CONFIRM = "confirm";
/** The step that asks which of the questions is answered. */
export const MENU = "menu";

/** A step is shown from its beginning. */
export const atStep = (state: FormState, step: string): FormState => ({
  ...state,
  step,
  typing: false,
  page: 0,
  search: null,
});
