import { captionsFrom } from "./caption.ts";
import { statesEn } from "./en.ts";
import { statesRu } from "./ru.ts";

export type { StateOwner } from "./caption.ts";
export { statesEn, statesRu };

/** The caption of a state: `stateCaption("task", "review", "ru")` is «На проверке». */
export const stateCaption = captionsFrom({ ru: statesRu, en: statesEn });
