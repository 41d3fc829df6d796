import { encodeStrictly } from "./presign-url.ts";

/**
 * Value of Content-Disposition that makes a browser save under `fileName`, whatever its alphabet: a plain ASCII name
 * for old clients and the real one after RFC 5987. Control signs are taken out, also those that turn the direction of
 * writing and so hide an ending; folders become part of the name.
 */
export function attachmentNamed(fileName: string): string {
  const clean = fileName
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/[/\\]/g, "_")
    .toWellFormed();
  const ascii = clean.replace(/[^ -~]|["%;]/gu, "_");
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeStrictly(clean)}`;
}
