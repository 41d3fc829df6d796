export {
  choice,
  contact,
  day,
  line,
  person,
  photos,
  quantity,
  reason,
  reasonFor,
  words,
  worker,
} from "./build-fields.ts";
export { answersToInput, codedReason } from "./answers-to-input.ts";
export type * from "./fields.ts";
export {
  type AnswersOf,
  askedFields,
  asksNothing,
  fieldsOf,
  type Form,
  forms,
  type Forms,
  isAsked,
  type Missing,
  withoutDependents,
} from "./forms.ts";
export { type OnObject, whichObject } from "./on-object.ts";
export { isDay, readDay, shiftDay } from "./read-day.ts";
export { nameHas, type NameSearch, nameSearches } from "./search-people.ts";
