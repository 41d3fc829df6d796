import { encodeStrictly } from "./presign-url.ts";

/**
 * Content-Disposition value that makes a browser download under `fileName` in any alphabet: an ASCII name for old
 * clients and the real one by RFC 5987. Control characters are removed, including those that reverse the text
 * direction and could hide the extension; path separators become part of the name.
 */
export function attachmentNamed(fileName: string): string {
  const clean = fileName
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/[/\\]/g, "_")
    .toWellFormed();
  const ascii = clean.replace(/[^ -~]|["%;]/gu, "_");
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeStrictly(clean)}`;
}
