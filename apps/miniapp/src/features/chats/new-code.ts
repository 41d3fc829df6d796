import { CODE_BYTES, codeFrom } from "@stsphera/contracts/chats/code";

/** A new code and its hash in hex; the server gets the hash alone. */
export async function newCode(): Promise<{ code: string; codeHash: string }> {
  const code = codeFrom(crypto.getRandomValues(new Uint8Array(CODE_BYTES)));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(code));
  const codeHash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return { code, codeHash };
}
