import type { Locale } from "@stsphera/contracts";
import { createTranslators, type TextKey, type Translator } from "@stsphera/telegram";
import { botEn, botRu } from "./texts.ts";

export type BotKey = TextKey<typeof botRu>;
/** What follows a prefix, or precedes a suffix, of a text key. */
export type KeysAfter<Prefix extends string, K = BotKey> = K extends `${Prefix}.${infer Rest}` ? Rest : never;
export type KeysBefore<Suffix extends string, K = BotKey> = K extends `${infer Rest}.${Suffix}`
  ? Rest
  : never;
export type BotTranslator = Translator<BotKey>;

/** Texts of the bot's own dialogues; captions of states, roles and reasons come from the shared translator. */
export const botTranslator: (locale: Locale) => BotTranslator = createTranslators(botRu, botEn);
