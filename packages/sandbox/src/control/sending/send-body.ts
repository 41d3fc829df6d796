import { z } from "zod";

const base64 = z
  .base64()
  .min(4)
  .transform((text) => Buffer.from(text, "base64"));

const contact = z.strictObject({
  phoneNumber: z.string().regex(/^\+?\d{5,15}$/),
  firstName: z.string().min(1),
  lastName: z.string().optional(),
  userId: z.int().optional(),
});

/** What a user can send; one kind of content per request, with text only next to photos and documents. */
export const sendBody = z
  .strictObject({
    from: z.int(),
    text: z.string().max(4096).optional(),
    photos: z.array(base64).min(1).max(10).optional(),
    documents: z
      .array(z.strictObject({ name: z.string().min(1).max(255), base64, mimeType: z.string().optional() }))
      .min(1)
      .max(10)
      .optional(),
    sticker: z.union([z.literal(true), z.strictObject({ emoji: z.string().min(1) })]).optional(),
    voice: z
      .union([
        z.literal(true),
        z.strictObject({ duration: z.int().min(1).max(3600).optional(), base64: base64.optional() }),
      ])
      .optional(),
    contact: z.union([z.literal(true), contact]).optional(),
    location: z
      .union([
        z.literal(true),
        z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }),
      ])
      .optional(),
    poll: z
      .union([
        z.literal(true),
        z.strictObject({
          question: z.string().min(1).max(300),
          options: z.array(z.string().min(1).max(100)).min(2).max(10),
        }),
      ])
      .optional(),
    forward: z.boolean().optional(),
    replyTo: z.int().optional(),
    threadId: z.int().positive().optional(),
    /** An administrator of a group writes in its name. */
    anonymous: z.boolean().optional(),
  })
  .superRefine((body, issues) => {
    const kinds = (
      ["photos", "documents", "sticker", "voice", "contact", "location", "poll"] as const
    ).filter((kind) => body[kind] !== undefined);
    const captioned = kinds[0] === "photos" || kinds[0] === "documents";
    if (kinds.length > 1) issues.addIssue(`send one kind of content, not ${kinds.join(" and ")}`);
    if (kinds.length === 0 && !body.text?.trim()) issues.addIssue("there is nothing to send");
    if (kinds.length === 1 && !captioned && body.text !== undefined)
      issues.addIssue(`${kinds[0]} takes no text`);
    if (captioned && (body.text?.length ?? 0) > 1024) issues.addIssue("text: a caption has up to 1024 signs");
  });

export type SendBody = z.infer<typeof sendBody>;
