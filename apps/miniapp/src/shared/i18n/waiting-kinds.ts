import type { WaitingWords } from "@stsphera/contracts/waiting/kind-words";
import { waitingRu } from "@stsphera/contracts/waiting/ru";
import type { Words } from "./locale.ts";

/** English arrives when it is chosen (english.ts). */
export const waitingKinds: Words<WaitingWords> = { ru: waitingRu, en: waitingRu };
