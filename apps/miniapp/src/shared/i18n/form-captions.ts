import { formCaptionsRu } from "@stsphera/contracts/forms/captions/ru";
import type { Locale } from "@stsphera/contracts/vocabulary";

type Captions = Readonly<Record<string, string>>;

/** The captions of forms. English arrives when it is chosen (english.ts): until then nothing shows it. */
export const formCaptions: Readonly<Record<Locale, Captions>> = { ru: formCaptionsRu, en: formCaptionsRu };
