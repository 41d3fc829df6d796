import type { DecidedBy } from "../../platform/decisions/index.ts";

/**
 * The rights by which entries are confirmed: of installers by anyone who may confirm, others by users without that
 * limit.
 */
export const CONFIRM_ENTRIES: readonly DecidedBy[] = [
  { permission: "fact.confirm" },
  { permission: "fact.confirm", beyond: "installers_entries" },
];
