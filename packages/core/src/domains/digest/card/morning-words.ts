import { createTranslators } from "@stsphera/telegram";
import { morningEn } from "./locales/en.ts";
import { morningRu } from "./locales/ru.ts";

/** Texts of the morning card. */
export const morningWords = createTranslators(morningRu, morningEn);
