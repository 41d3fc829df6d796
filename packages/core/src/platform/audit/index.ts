export * from "./verbs.ts";
export { fieldChanges, MONEY_FIELDS } from "./field-changes.ts";
