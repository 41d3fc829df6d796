export * from "./verbs.ts";
export { ERASED_WORD } from "./erased-word.ts";
export { fieldChanges, MONEY_FIELDS } from "./field-changes.ts";
export { personalWordsSql, valuesSql } from "./personal-sql.ts";
