import type { DomainError } from "@stsphera/core";
import { isDay } from "@stsphera/contracts/forms";
import { dayWithYear } from "@stsphera/contracts/format";
import { lackingText, type RefusalCode, refusalText, type RefusalValues } from "@stsphera/contracts/refusals";
import { isGranting, whoCan } from "@stsphera/rbac";
import { translator } from "@stsphera/telegram";
import { personsToday } from "./days.ts";
import type { Turn } from "./turn.ts";

/** The dictionary text of a refusal, with days in a readable format. */
export function refusalWords(turn: Turn, code: RefusalCode, values: RefusalValues = {}): string {
  const said = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "string" && isDay(value) ? dayWithYear(value, personsToday(turn), turn.locale) : value,
  ]);
  return refusalText(code, turn.locale, Object.fromEntries(said));
}

/** The dictionary text of an error; null when it has no sentence of its own. */
export const wordsOfError = (turn: Turn, { details: { sentence, values } }: DomainError): string | null =>
  sentence === undefined ? null : refusalWords(turn, sentence, values);

/** A refusal as a title, without the final full stop. */
export const asTitle = (text: string): string => `⚠️ ${text.replace(/[.]$/, "")}`;

/** The missing right as a title, and who has it. */
export function lackingWords(turn: Turn, error: DomainError): { what: string; whoCan: string | null } {
  const exact = wordsOfError(turn, error);
  if (exact !== null) return { what: asTitle(exact), whoCan: null };
  const { permission } = error.details;
  const holders = permission === undefined ? [] : whoCan(permission);
  const who = holders.map((role) => translator(turn.locale)(`role_short.${role}`)).join(", ");
  const deputy = (turn.actor?.deputyFor ?? []).length > 0;
  const notLent = deputy && permission !== undefined && isGranting(permission);
  const lacking = lackingText(permission, turn.locale, { who, notLent });
  return { what: asTitle(lacking.what), whoCan: lacking.whoCan };
}
