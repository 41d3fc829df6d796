import { choice, contact, day, forms, line, person, reason } from "../forms/index.ts";

/** Forms by which an administrator opens and closes user access. */
export const accessForms = forms<object>()({
  search: { asks: [line("search", { max: 100 })] },
  deactivate: { asks: [reason()] },
  reactivate: { asks: [reason()] },
});

/** An administrator erases the personal data of somebody; asked in the app alone, where a sheet says what stays. */
export const erasureForms = forms<object>()({ erase: { asks: [reason()] } });

/** An administrator makes a sign-in link for somebody else. */
export const signInForms = forms<object>()({ give: { asks: [line("reason", { max: 300 })] } });

/** Decisions on a registered user who waits for access. */
export const newcomerForms = forms<object>()({
  approve: { asks: [choice("role", { from: "roles" })] },
  refuse: { asks: [reason()] },
});

/** Form of the head of a department; nobody takes the head away. */
export const headForms = forms<object>()({
  set: { asks: [person("userId", "colleagues", { optional: true })] },
});

/** Registration form: a name must contain letters; its length is checked elsewhere. */
export const registrationForms = forms<object>()({
  register: { asks: [line("fullName", { max: 4096 }), contact("phone", { optional: true })] },
  rename: { asks: [line("fullName", { max: 4096 })] },
});

/** Forms of one's own deputies: for which days and objects somebody stands in, and the end of it. */
export const ownDeputyForms = forms<object>()({
  name: {
    asks: [
      person("deputyId", "colleagues"),
      day("fromDay", { ahead: [0, 1] }),
      day("toDay", { ahead: [6, 13] }),
      choice("objectId", { from: "objects", numeric: true, optional: true }),
    ],
  },
  end: { undo: true },
});
