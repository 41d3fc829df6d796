import { createHash, randomBytes } from "node:crypto";

/** What is stored of a secret. */
export const hashOfSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** The secret of a new link, for the adapter that shows it; verbs get only its hash. */
export function newLinkSecret(): { secret: string; tokenHash: string } {
  const secret = randomBytes(32).toString("base64url");
  return { secret, tokenHash: hashOfSecret(secret) };
}

/** The link: its secret is in the fragment, which browsers send to no server. */
export const signInUrl = (publicUrl: string, secret: string): string =>
  `${publicUrl.replace(/\/+$/, "")}/login#${secret}`;
