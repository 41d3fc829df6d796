import { z } from "zod";
import { personName, phone, role, userSummary } from "../people/users.ts";
import { USER_STATUSES } from "../people/vocabulary.ts";
import { id, instant } from "../shared/scalars.ts";

export const introduceInput = z.strictObject({ initData: z.string().min(1).max(16_384) });

/** Most reads that a sign-in answers at once. */
export const MAX_ASKS = 8;
export const signInInput = introduceInput.extend({
  asks: z
    .array(
      z
        .string()
        .max(500)
        .regex(/^\/api\/(?!auth\/)[\w/-]+(\?[\w=&%.,-]*)?$/),
    )
    .max(MAX_ASKS)
    .optional()
    .meta({
      description: "Paths under `/api/` that are read with the new session and answered along with it",
    }),
});
export const refreshInput = z.strictObject({ refreshToken: z.string().min(20).max(200) });
export const signInAnswer = z
  .object({
    accessToken: z.string(),
    expiresIn: z.int().meta({ description: "Seconds" }),
    refreshToken: z.string(),
    user: userSummary,
    answers: z
      .record(z.string(), z.object({ status: z.int(), body: z.unknown() }))
      .optional()
      .meta({ description: "What was read for `asks`, by path" }),
  })
  .meta({ id: "SignInAnswer" });
export type SignInAnswer = z.infer<typeof signInAnswer>;

/** How Telegram's data introduce somebody who has no access: who they are here, and what they may do about it. */
export const introduction = z
  .object({
    standing: z.enum(["unknown", ...USER_STATUSES]),
    fullName: z.string().nullable().meta({ description: "As recorded, else as Telegram gives it" }),
    askedAt: instant.nullable().meta({ description: "When they asked for access last" }),
    refusal: z
      .object({
        reason: z.string().nullable(),
        by: z.string().nullable(),
        againAt: instant,
        mayAsk: z.boolean(),
      })
      .nullable()
      .meta({ description: "Why access was not opened, and from when they may ask again" }),
    invitation: z
      .object({
        object: z.object({ id, name: z.string() }),
        role,
        crew: z.string().nullable(),
        invitedBy: z.string(),
      })
      .nullable()
      .meta({ description: "The invitation that they followed in the chat or that waits with them" }),
  })
  .meta({ id: "Introduction" });
export type Introduction = z.infer<typeof introduction>;

/** A person's own agreement, name and phone; nothing of them is stored before it. */
export const registerInput = z
  .strictObject({
    initData: introduceInput.shape.initData,
    consent: z.literal(true),
    fullName: personName,
    phone: phone.optional(),
  })
  .meta({ id: "Register" });
