import type { facts as ru } from "../ru/facts.ts";

export const facts = {
  already_confirmed: "The entry is confirmed already.",
  observer_sees_confirmed: "An observer sees confirmed entries only.",
  already_reversed: "The entry is reversed already.",
  reversal_is_final: "A reversal cannot be changed.",
  undo_time_over: "Time is up. It can be corrected: that leaves a trace.",
  correction_time_over: "Time is up. The project manager or the technical office can correct it.",
  own_crew_only: "Only work of your own crew can be entered.",
  only_author_undoes: "Only the author can undo an entry.",
  only_author_explains: "The author of the entry gives the reason.",
  not_own_entry: "One's own entry cannot be confirmed by oneself.",
  installers_entries_only: "A foreman confirms installers' entries only.",
  quantity_format: "A number of up to 9 digits, up to 3 after the point",
  quantity_zero: "Must be greater than zero",
  quantity_whole: "Whole numbers only: 12 or 13",
  quantity_twice_plan: "More than twice the plan of the floor. Check the number",
  hours_max: "24 hours at most",
  date_future: "A day to come cannot be entered",
  date_closed: "The day is closed. The project manager can enter it",
  reason_words: "Say the reason in words",
  reason_required: "Give a reason",
  reason_of_return: "Say what is to be corrected",
  reason_of_correction: "Give the reason of the correction",
  photo_due: "A photo is due: the work on this floor is complete and has none. Ask the author to add one",
  nothing_to_confirm:
    "Nothing to confirm: the entries of the day are decided, wait for a photo or differ from the plan",
} as const satisfies Record<keyof typeof ru, string>;
