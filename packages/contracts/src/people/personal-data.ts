import { z } from "zod";
import { day, id, instant } from "../shared/scalars.ts";
import { CONSENT_WAYS, LOCALES } from "../vocabulary.ts";

/** A person's agreement to the processing of their data, as it is kept. */
export const myConsent = z
  .object({
    givenAt: instant,
    way: z.enum(CONSENT_WAYS),
    text: z
      .object({ locale: z.enum(LOCALES), words: z.string() })
      .nullable()
      .meta({ description: "Word for word; null for an agreement of the time before texts were kept" }),
    withdrawnAt: instant.nullable(),
    askedAt: instant.nullable().meta({ description: "When the person last asked for an erasure" }),
    dueOn: day.nullable().meta({ description: "By when the request is answered; null without one" }),
    mayAskAt: instant.nullable().meta({ description: "From when the person may ask again; null for now" }),
  })
  .meta({ id: "MyConsent" });
export type MyConsent = z.infer<typeof myConsent>;

export const erasureAsked = z.object({ withdrawnAt: instant, askedAt: instant }).meta({ id: "ErasureAsked" });
export type ErasureAsked = z.infer<typeof erasureAsked>;

/** The agreement given anew. */
export const agreedAgain = z.object({ givenAt: instant }).meta({ id: "AgreedAgain" });
export type AgreedAgain = z.infer<typeof agreedAgain>;

export const personalExport = z
  .object({ key: z.uuid(), fileName: z.string(), expiresAt: instant })
  .meta({ id: "PersonalExport" });
export type PersonalExport = z.infer<typeof personalExport>;

/** A page of an export: rows of one table, as stored. */
export const personalRowsQuery = z
  .strictObject({
    table: z.string().regex(/^[a-z_]{1,40}$/),
    after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  })
  .meta({ id: "PersonalRowsQuery" });
export const personalRows = z
  .object({
    userId: id,
    rows: z.array(z.record(z.string(), z.unknown())),
    next: z.int().nullable().meta({ description: "The id to go on after; null at the end of the table" }),
  })
  .meta({ id: "PersonalRows" });
export type PersonalRows = z.infer<typeof personalRows>;
