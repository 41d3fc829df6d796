import { z } from "zod";
import { telegramPhoto } from "../photo-file.ts";

/** State of a form in a chat. Answers are parsed by the kinds of their fields, the subject by its feature. */
export const formState = z.object({
  feature: z.string(),
  id: z.string(),
  form: z.string(),
  /** Name of the open field, {@link CONFIRM} or {@link MENU}. */
  step: z.string(),
  subject: z.record(z.string(), z.unknown()),
  values: z.record(z.string(), z.unknown()).default({}),
  photos: z.array(telegramPhoto).default([]),
  /** True after «Другое»: the user is to type a text. */
  typing: z.boolean().default(false),
  page: z.number().default(0),
  search: z.string().nullable().default(null),
  /** Key of the live card, when it is the entity's own. */
  card: z.string().optional(),
});
export type FormState = z.infer<typeof formState>;

/** The confirmation step, which shows everything before it is sent. */
export const CONFIRM = "confirm";
/** The step where the user picks which question to answer. */
export const MENU = "menu";

/** The form at another step, with page, search and typing reset. */
export const atStep = (state: FormState, step: string): FormState => ({
  ...state,
  step,
  typing: false,
  page: 0,
  search: null,
});
