import { sqlStateOf } from "@stsphera/core";

/** A value that PostgreSQL cannot read as a number, a day or a text: only a value from outside can be that. */
const UNFIT = new Set(["22003", "22007", "22008", "22021", "22P02", "22P05"]);

/** True when a value from outside passed every check and is none for the database: a forged cursor. */
export function isUnfitValue(error: unknown): boolean {
  return UNFIT.has(sqlStateOf(error) ?? "");
}
