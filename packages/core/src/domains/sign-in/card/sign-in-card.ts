import type { Locale } from "@stsphera/contracts/vocabulary";
import { card, createTranslators, line, type RenderedMessage } from "@stsphera/telegram";
import { signInEn } from "./locales/en.ts";
import { signInRu } from "./locales/ru.ts";

const signInWords = createTranslators(signInRu, signInEn);

export type NewsOfSignIn = {
  readonly kind: "given" | "used" | "passkey" | "removed";
  readonly admin: string | null;
  readonly reason: string | null;
  readonly device: string | null;
  readonly address: string | null;
};

/** News of a way into one's account, with what to do if it is not one's own. */
export function renderSignInNews(news: NewsOfSignIn, locale: Locale): RenderedMessage {
  const t = signInWords(locale);
  const text = card(t(`${news.kind}.title`), [
    line(t("admin"), news.admin),
    line(t("reason"), news.reason),
    line(t("device"), news.device),
    line(t("address"), news.address),
    t(`${news.kind}.then`),
  ]);
  return { text, buttons: [] };
}
