import { createTranslators } from "@stsphera/telegram";
import { filesEn } from "./locales/en.ts";
import { filesRu } from "./locales/ru.ts";

/** Texts about photos and documents being processed. */
export const fileWords = createTranslators(filesRu, filesEn);
