import type { WaitingTodo } from "@stsphera/contracts/waiting/kind-words";
import { waitingRu } from "@stsphera/contracts/waiting/ru";
import type { Locale } from "@stsphera/contracts/vocabulary";

/** English arrives when it is chosen (english.ts). */
export const waitingKinds: Readonly<Record<Locale, WaitingTodo>> = { ru: waitingRu, en: waitingRu };
