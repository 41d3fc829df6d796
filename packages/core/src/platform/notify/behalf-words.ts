import { shortName } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { createTranslators, html, type RenderedMessage } from "@stsphera/telegram";

const ru = { behalf: "По замещению: {name}" } as const;
const en = { behalf: "For {name}" } as const satisfies Record<keyof typeof ru, string>;

const words = createTranslators(ru, en);
const MAX_TEXT = 4096;

/** What a deputy is told in the place of somebody who is away names them, whatever the card. */
export function onBehalf(message: RenderedMessage, absent: string, locale: Locale): RenderedMessage {
  const line = words(locale)("behalf", { name: shortName(absent) });
  const text = `${message.text}\n${html`<i>${line}</i>`.html}`;
  return text.length > MAX_TEXT ? message : { ...message, text };
}
