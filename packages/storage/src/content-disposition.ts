import { encodeStrictly } from "./presign-url.ts";

/**
 * Value of Content-Disposition that makes a browser save under `fileName`, whatever its alphabet: a plain ASCII name
 * for old clients and the real one after RFC 5987. Line breaks and paths are taken out.
 */
export function attachmentNamed(fileName: string): string {
  const clean = [...fileName]
    .filter((sign) => sign >= " " && sign !== "\u007f")
    .join("")
    .replace(/[/\\]/g, "_")
    .toWellFormed();
  const ascii = clean.replace(/[^ -~]|["%;]/gu, "_");
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeStrictly(clean)}`;
}
