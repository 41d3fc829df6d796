import type { Locale } from "../vocabulary.ts";
import { waitingEn } from "./en.ts";
import type { WaitingWords } from "./kind-words.ts";
import { waitingRu } from "./ru.ts";

export * from "./kind-words.ts";

/** The words of what waits for a decision, in both languages. */
export const WAITING_WORDS: Readonly<Record<Locale, WaitingWords>> = { ru: waitingRu, en: waitingEn };
