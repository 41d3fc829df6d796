import { forms, line, reason } from "../forms/index.ts";

/** Opening and closing the access of people, by an administrator. */
export const accessForms = forms<object>()({
  search: { asks: [line("search", { max: 100 })] },
  deactivate: { asks: [reason()] },
  reactivate: { asks: [reason()] },
});
