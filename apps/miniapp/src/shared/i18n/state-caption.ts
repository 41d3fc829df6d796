import { captionsFrom, type StateCaptions } from "@stsphera/contracts/states/caption";
import { statesRu } from "@stsphera/contracts/states/ru";

/** English arrives when it is chosen (english.ts). */
export const states: StateCaptions = { ru: statesRu, en: statesRu };

/** The caption of a state: `stateCaption("task", "review", "ru")` is «На проверке». */
export const stateCaption = captionsFrom(states);
