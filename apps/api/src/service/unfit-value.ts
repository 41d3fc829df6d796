import { sqlStateOf } from "@stsphera/core";

/** PostgreSQL errors for a value it cannot read as a number, a date or a text: such a value came from outside. */
const UNFIT = new Set(["22003", "22007", "22008", "22021", "22P02", "22P05"]);

/** True when a value from outside passed all checks but is invalid for the database, e.g. in a forged cursor. */
export function isUnfitValue(error: unknown): boolean {
  return UNFIT.has(sqlStateOf(error) ?? "");
}
