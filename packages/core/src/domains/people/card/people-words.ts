import { createTranslators } from "@stsphera/telegram";
import { peopleEn } from "./locales/en.ts";
import { peopleRu } from "./locales/ru.ts";

/** Texts of the cards of people. */
export const peopleWords = createTranslators(peopleRu, peopleEn);
