import type { Locale } from "@stsphera/contracts/vocabulary";
import { act, newKey } from "../../../shared/api/request.ts";

/** Tells the server in which language to write to the reader, or in whose hours he lives. */
export const updateMe = (changes: { locale: Locale } | { timeZone: string }) =>
  act("PATCH", "/api/me", { body: changes, key: newKey() });
