import { readFileSync } from "node:fs";

export type RunningSystem = { front: string; sandbox: string };

/** Environment variable with the path of the file that holds the started system's addresses. */
export const addressesVariable = "STSPHERA_JOURNEY_SYSTEM";

/** Addresses of the system that this run started. */
export function system(): RunningSystem {
  const file = process.env[addressesVariable];
  if (file === undefined) throw new Error("the system was not started");
  return JSON.parse(readFileSync(file, "utf8")) as RunningSystem;
}

/** The Tuesday on or after a day, at 10:00 in Moscow. */
export function nextTuesday(from: Date): Date {
  const at = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate(), 7));
  while (at.getUTCDay() !== 2) at.setUTCDate(at.getUTCDate() + 1);
  return at;
}
