import { createTranslators } from "@stsphera/telegram";
import type { Actor } from "@stsphera/rbac";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { exchangeEn } from "./locales/en.ts";
import { exchangeRu } from "./locales/ru.ts";

export const exchangeWords = createTranslators(exchangeRu, exchangeEn);

/** The language of a file: that of who takes it. */
export const localeOf = (actor: Actor): Locale => (actor.kind === "user" ? actor.locale : "ru");
