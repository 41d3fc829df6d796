export { createBotApi, type BotApi, type CallParams } from "./bot-api.ts";
export { toInlineKeyboard, type Button, type RenderedMessage } from "./buttons.ts";
export {
  formatDeepLink,
  linkLetter,
  miniAppUrl,
  parseDeepLink,
  type DeepLink,
  type PlainLink,
} from "./deep-link.ts";
export { TelegramError, TelegramFileTooLarge, TelegramUnreachable } from "./errors.ts";
export { packCommand, unpackCommand } from "./cards/command-data.ts";
export type { CardReader, CardView, DatedRendering, Rendering } from "./cards/rendering.ts";
export { actionData, type ActionData, type CardCommand } from "./cards/action-data.ts";
export { entityCard, type EntityCard } from "./cards/entity-card.ts";
export { fitCaption, fitText, MESSAGE_LIMIT } from "./fit-text.ts";
export { card, escapeHtml, html, joinHtml, line, progressBar, type Html, type HtmlValue } from "./html.ts";
export { signInitData, verifyInitData, type InitDataUser } from "./init-data.ts";
export type * from "./types.ts";
export { createTranslators, translator, type TextKey, type Translator } from "./i18n.ts";
export type { Upload } from "./upload.ts";
