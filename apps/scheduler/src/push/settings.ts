import { createECDH } from "node:crypto";
import { z } from "zod";

export type PushSettings = {
  /** The public key as browsers take it, in base64url. */
  publicKey: string;
  privateKey: string;
  /** Who sends, as push services want to know: the address of the installation. */
  subject: string;
  /** Development: where requests go instead of to the push services. */
  standIn: string | undefined;
};

const KEY_BYTES = 32;
const KEY = "must be 32 bytes in base64url that are a private key of P-256";

/** The public half of a private key of P-256, both in base64url; null where the text is no such key. */
export function publicKeyOf(privateKey: string): string | null {
  const bytes = Buffer.from(privateKey, "base64url");
  if (bytes.length !== KEY_BYTES || bytes.toString("base64url") !== privateKey) return null;
  const curve = createECDH("prime256v1");
  try {
    curve.setPrivateKey(bytes);
  } catch {
    return null;
  }
  return curve.getPublicKey("base64url");
}

/** The settings of ringing in browsers, by name. */
export const pushShape = {
  VAPID_PRIVATE_KEY: z
    .string()
    .refine((key) => publicKeyOf(key) !== null, KEY)
    .optional(),
  SANDBOX_PUSH: z.url({ protocol: /^http$/, error: "must be an address of http://" }).optional(),
};

type Read = z.output<z.ZodObject<typeof pushShape>>;

/** Null: browsers do not ring. */
export function pushSettings(read: Read, publicUrl: string): PushSettings | null {
  const { VAPID_PRIVATE_KEY: privateKey, SANDBOX_PUSH: standIn } = read;
  const publicKey = privateKey === undefined ? null : publicKeyOf(privateKey);
  if (privateKey === undefined || publicKey === null) return null;
  // A push service refuses a contact that is no address of https.
  const subject = publicUrl.startsWith("https://") ? publicUrl : "https://stsphera.example";
  return { publicKey, privateKey, subject, standIn };
}
