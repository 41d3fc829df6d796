import { contact, forms, line, reason } from "../forms/index.ts";

/** Opening and closing the access of people, by an administrator. */
export const accessForms = forms<object>()({
  search: { asks: [line("search", { max: 100 })] },
  deactivate: { asks: [reason()] },
  reactivate: { asks: [reason()] },
});

/** Coming in: a name is judged by its letters, not by its length here. */
export const registrationForms = forms<object>()({
  register: { asks: [line("fullName", { max: 4096 }), contact("phone", { optional: true })] },
  rename: { asks: [line("fullName", { max: 4096 })] },
});
