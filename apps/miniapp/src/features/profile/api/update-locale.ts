import type { Locale } from "@stsphera/contracts/vocabulary";
import { act, newKey } from "../../../shared/api/request.ts";

/** Tells the server in which language to write to this person. */
export const updateLocale = (locale: Locale) => act("PATCH", "/api/me", { body: { locale }, key: newKey() });
