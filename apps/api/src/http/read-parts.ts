import type { z } from "zod";

const MAX_ID = 2_147_483_647;

/** Path parameters, with ids as numbers; null when one is malformed, which is answered as not found. */
export function readParts(
  params: Readonly<Record<string, string>>,
  words: Readonly<Record<string, z.ZodType>> = {},
): Record<string, unknown> | null {
  const parts: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(params)) {
    const word = words[name]?.safeParse(text);
    const part = word === undefined ? idOf(text) : word.success ? word.data : null;
    if (part === null) return null;
    parts[name] = part;
  }
  return parts;
}

function idOf(text: string): number | null {
  const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0;
  return id < 1 || id > MAX_ID ? null : id;
}
