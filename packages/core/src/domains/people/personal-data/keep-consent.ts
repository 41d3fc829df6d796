import { createHash } from "node:crypto";
import type { ConsentPlace } from "@stsphera/contracts/people/consent-sentence";
import { consentText } from "@stsphera/contracts/people/consent-text";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import { sql } from "drizzle-orm";
import type { Tx } from "../../../kernel/index.ts";

const { consents, consentTexts } = schema;

type Given = { userId: number; place: ConsentPlace | undefined; locale: Locale; now: Date };

/** Keeps a person's agreement with the text that they agreed to; without a place neither was recorded. */
export async function keepConsent(tx: Tx, { userId, place, locale, now }: Given): Promise<void> {
  const textId = place === undefined ? null : await textIdOf(tx, place, locale, now);
  // Agreeing again happens in the app; only its button, a part of the text, differs.
  const way = place === "again" ? "app" : (place ?? "unrecorded");
  await tx.insert(consents).values({ userId, textId, way, givenAt: now });
}

async function textIdOf(tx: Tx, place: ConsentPlace, locale: Locale, now: Date): Promise<number> {
  const text = consentText(place, locale);
  const hash = createHash("sha256").update(text).digest("hex");
  const [row] = await tx
    .insert(consentTexts)
    .values({ hash, locale, text, firstUsedAt: now })
    // An update that changes nothing returns the row that stands.
    .onConflictDoUpdate({ target: consentTexts.hash, set: { hash: sql`excluded.hash` } })
    .returning({ id: consentTexts.id });
  if (row === undefined) throw new Error("the text of an agreement was not stored");
  return row.id;
}
