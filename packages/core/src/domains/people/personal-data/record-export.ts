import { randomUUID } from "node:crypto";
import type { PersonalExport } from "@stsphera/contracts";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { type Context, localDay, type Outcome, personOf } from "../../../kernel/index.ts";

/** How long the file of an export can be fetched, in ms. */
const EXPORT_FOR_MS = 15 * 60_000;

const FILE_NAME: Readonly<Record<Locale, string>> = { ru: "Персональные данные", en: "Personal data" };

/** The name of the file: whose data, by number, on the maker's day. */
export function exportName(
  { locale, timeZone }: ReturnType<typeof personOf>,
  userId: number,
  now: Date,
): string {
  return `${FILE_NAME[locale]} ${userId} ${localDay(now, timeZone)}.json`;
}

/** Records that a person's data are taken out; the row's key opens the file for its maker. */
export function recordExport(ctx: Context, userId: number): Outcome<PersonalExport> {
  const maker = personOf(ctx);
  const key = randomUUID();
  const expiresAt = new Date(ctx.now.getTime() + EXPORT_FOR_MS).toISOString();
  return {
    result: { key, fileName: exportName(maker, userId, ctx.now), expiresAt },
    changes: [
      { entityType: "user", entityId: userId, objectId: null, before: null, after: { key, expiresAt } },
    ],
    events: [],
  };
}
