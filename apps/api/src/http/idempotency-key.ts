import { invalidField } from "@stsphera/core";
import type { HttpContext } from "../deps.ts";

/** The Idempotency-Key of a write: 1–200 printable characters, or undefined. */
export function readIdempotencyKey(c: HttpContext): string | undefined {
  const key = c.req.header("idempotency-key");
  if (key === undefined || /^[\x20-\x7e]{1,200}$/.test(key)) return key;
  throw invalidField("Idempotency-Key", "idempotency_key_format");
}
