export * from "./verbs.ts";
export { MONEY_FIELDS } from "./field-changes.ts";
