import { invalidField } from "@stsphera/core";

const MAX_DEPTH = 32;

/** Rejects JSON nested deeper than 32 levels and texts that PostgreSQL cannot store: with a NUL or a lone surrogate. */
export function guardJson(value: unknown, path = "", depth = 1): void {
  if (typeof value === "string") return guardText(value, path);
  if (value === null || typeof value !== "object") return;
  if (depth > MAX_DEPTH) throw invalidField("", "json_too_deep");
  for (const [key, inner] of Object.entries(value)) {
    const at = path === "" ? key : `${path}.${key}`;
    guardText(key, path);
    guardJson(inner, at, depth + 1);
  }
}

export function guardText(text: string, path: string): void {
  if (text.includes("\0") || !text.isWellFormed()) throw invalidField(path, "text_broken");
}
