import type { DomainError } from "@stsphera/core";
import { isDay } from "@stsphera/contracts/forms";
import { dayWithYear } from "@stsphera/contracts/format";
import { type RefusalCode, refusalText, type RefusalValues } from "@stsphera/contracts/refusals";
import { personsToday } from "./days.ts";
import type { Turn } from "./turn.ts";

/** Why something is refused, in the words of the dictionary; days as people write them. */
export function refusalWords(turn: Turn, code: RefusalCode, values: RefusalValues = {}): string {
  const said = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "string" && isDay(value) ? dayWithYear(value, personsToday(turn), turn.locale) : value,
  ]);
  return refusalText(code, turn.locale, Object.fromEntries(said));
}

/** The same of an error; null when it says no more than its code. */
export const wordsOfError = (turn: Turn, { details: { sentence, values } }: DomainError): string | null =>
  sentence === undefined ? null : refusalWords(turn, sentence, values);
