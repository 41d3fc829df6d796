import { createTranslators } from "@stsphera/telegram";
import { filesEn } from "./locales/en.ts";
import { filesRu } from "./locales/ru.ts";

/** Words about photos and documents on their way. */
export const fileWords = createTranslators(filesRu, filesEn);
