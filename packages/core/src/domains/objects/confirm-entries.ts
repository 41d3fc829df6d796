import type { DecidedBy } from "../../platform/decisions/index.ts";

/** The rights by which entries are confirmed: of installers by a person who confirms at all, others not under the limit. */
export const CONFIRM_ENTRIES: readonly DecidedBy[] = [
  { permission: "fact.confirm" },
  { permission: "fact.confirm", beyond: "installers_entries" },
];
