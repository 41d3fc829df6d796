import { z } from "zod";
import { person } from "../shared/person.ts";
import { id, instant, shortLine } from "../shared/scalars.ts";
import { userSummary } from "../people/users.ts";
import { SESSION_KINDS } from "../vocabulary.ts";

/** A secret of 32 random bytes in base64url, as links carry it in the fragment. */
export const linkSecret = z.string().regex(/^[\w-]{43}$/);
export const linkSecretInput = z.strictObject({ secret: linkSecret });

export const webSession = z
  .object({
    accessToken: z.string(),
    expiresIn: z.int().meta({ description: "Seconds" }),
    user: userSummary,
  })
  .meta({ id: "WebSession", description: "The refresh token is in an HttpOnly cookie" });
export type WebSession = z.infer<typeof webSession>;

export const giveLinkInput = z.strictObject({
  userId: id,
  reason: shortLine(3, 300).meta({ description: "Why; the person and the audit log get it" }),
});

export const signInLink = z
  .object({
    link: z.string().meta({ description: "Opens the Mini App in a browser; the secret is in the fragment" }),
    qr: z.string().meta({ description: "QR code of the link as SVG" }),
    expiresAt: instant,
  })
  .meta({ id: "SignInLink" });
export type SignInLink = z.infer<typeof signInLink>;

export const linkView = z
  .object({
    fullName: z.string(),
    expiresAt: instant,
    givenBy: z.string().nullable().meta({ description: "Name of the admin who made the link" }),
  })
  .meta({ id: "SignInLinkView", description: "Who signs in by a link; looking at it does not use it" });
export type LinkView = z.infer<typeof linkView>;

export const session = z
  .object({
    id,
    kind: z.enum(SESSION_KINDS),
    browser: z.string().meta({ example: "Chrome, Android" }),
    address: z.string().meta({ description: "Network address of the sign-in" }),
    createdAt: instant,
    lastSeenAt: instant.meta({ description: "To a quarter of an hour" }),
    current: z.boolean(),
    givenBy: person.nullable().meta({ description: "The admin whose link began it" }),
    rings: z.boolean().meta({ description: "Whether its browser rings for what Telegram does not take" }),
  })
  .meta({ id: "Session" });
export type Session = z.infer<typeof session>;
export const sessionList = z.object({ items: z.array(session) }).meta({ id: "SessionList" });
export type SessionList = z.infer<typeof sessionList>;

export const myPush = z
  .object({
    publicKey: z.string().nullable().meta({
      description:
        "The applicationServerKey of a subscription; null where this installation does not ring in browsers",
    }),
    sessionId: id.nullable().meta({ description: "This session; null where it may not ring" }),
    rings: z.boolean(),
  })
  .meta({
    id: "MyPush",
    description: "Whether this browser can ring for what Telegram does not take, and does",
  });
export type MyPush = z.infer<typeof myPush>;
export const newBrowser = z
  .strictObject({
    endpoint: z.string().max(1_000).meta({ description: "https, of a public host" }),
    p256dh: z
      .string()
      .regex(/^B[\w-]{86}$/)
      .meta({ description: "An uncompressed point of P-256 in base64url" }),
    auth: z
      .string()
      .regex(/^[\w-]{22}$/)
      .meta({ description: "16 bytes in base64url" }),
  })
  .meta({ id: "NewBrowser", description: "A PushSubscription as the browser made it" });
export const pushState = z.object({ rings: z.boolean() }).meta({ id: "PushState" });

export const passkey = z
  .object({ id, name: z.string(), createdAt: instant, lastUsedAt: instant.nullable() })
  .meta({ id: "Passkey" });
export type Passkey = z.infer<typeof passkey>;
export const passkeyList = z.object({ items: z.array(passkey) }).meta({ id: "PasskeyList" });
export type PasskeyList = z.infer<typeof passkeyList>;

export const endedSessions = z.object({ ended: z.int() }).meta({ id: "EndedSessions" });
export const removedPasskey = z.object({ id }).meta({ id: "RemovedPasskey" });

/** What the browser's WebAuthn functions take and return is checked by the WebAuthn library, field by field. */
const webauthnJson = z.record(z.string(), z.unknown());
export const webauthnOptions = z
  .object({ options: webauthnJson.meta({ description: "For navigator.credentials, in its JSON form" }) })
  .meta({ id: "WebauthnOptions" });
export const webauthnInput = z.strictObject({
  response: z
    .looseObject({ id: z.string().regex(/^[\w-]{1,1400}$/), type: z.literal("public-key") })
    .meta({ description: "The credential in its JSON form" }),
});
