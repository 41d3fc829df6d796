import type { Locale } from "../vocabulary.ts";
import { waitingEn } from "./en.ts";
import type { WaitingRows, WaitingTodo } from "./kind-words.ts";
import { waitingRowsEn } from "./rows-en.ts";
import { waitingRowsRu } from "./rows-ru.ts";
import { waitingRu } from "./ru.ts";

export * from "./kind-words.ts";

/** What is to be done with what waits, and how a single one is called, in both languages. */
export const WAITING_TODO: Readonly<Record<Locale, WaitingTodo>> = { ru: waitingRu, en: waitingEn };
export const WAITING_ROWS: Readonly<Record<Locale, WaitingRows>> = { ru: waitingRowsRu, en: waitingRowsEn };
