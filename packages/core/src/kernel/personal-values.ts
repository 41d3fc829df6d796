import type { Change } from "./change.ts";
import { canonicalJson } from "./idempotency.ts";

type Values = Record<string, unknown> | null;
type Fields = { fields: readonly string[]; personOf: (change: Change) => unknown };

const inValues =
  (name: string) =>
  ({ before, after }: Change) =>
    after?.[name] ?? before?.[name];

/**
 * Fields of audit rows that hold personal data, by entity type, and whose they are. A test runs every command and fails
 * when a name, a phone or a Telegram id stands in a row.
 */
export const PERSONAL_FIELDS: Readonly<Record<string, Fields>> = {
  user: { fields: ["telegramId", "fullName", "phone", "username"], personOf: ({ entityId }) => entityId },
  passkey: { fields: ["name"], personOf: inValues("userId") },
  sign_in_link: { fields: ["browser", "address"], personOf: inValues("userId") },
  crew: { fields: ["lead"], personOf: inValues("leadUserId") },
};

export type PersonalValue = {
  side: "before" | "after";
  field: string;
  userId: number | null;
  value: string;
};

/** What stands in a row where a personal value was; equal values of a row have equal marks. */
export type PersonalMark = { personal: 1 | 2 };
export const isPersonalMark = (value: unknown): value is PersonalMark =>
  typeof value === "object" && value !== null && "personal" in value && Object.keys(value).length === 1;

/** The change as the hashed row holds it, and the personal values that are stored beside it. */
export function takePersonal(change: Change): { kept: Change; values: PersonalValue[] } {
  const rule = PERSONAL_FIELDS[change.entityType];
  if (rule === undefined) return { kept: change, values: [] };
  const person = rule.personOf(change);
  const userId = typeof person === "number" ? person : null;
  const { before, after } = change;
  const values: PersonalValue[] = [];
  const marked = (side: PersonalValue["side"], own: Values, other: Values): Values => {
    if (own === null) return null;
    const marks = rule.fields.flatMap((field) => {
      const value = own[field];
      if (value === null || value === undefined) return [];
      values.push({ side, field, userId, value: String(value) });
      const same = canonicalJson(value) === canonicalJson(other?.[field] ?? null);
      const mark: PersonalMark = { personal: side === "before" || same ? 1 : 2 };
      return [[field, mark] as const];
    });
    return { ...own, ...Object.fromEntries(marks) };
  };
  const kept = { ...change, before: marked("before", before, after), after: marked("after", after, before) };
  return { kept, values };
}
