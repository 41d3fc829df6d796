import { forms } from "../forms/index.ts";

/** What is done with a linked chat; one that was unlinked can be linked again at once. */
export const chatForms = forms<object>()({
  mute: {},
  unlink: { undo: true },
  relink: {},
});
