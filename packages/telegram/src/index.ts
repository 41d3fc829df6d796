export { createBotApi, type BotApi, type BotApiOptions } from "./bot-api.ts";
export { toInlineKeyboard, type Button, type RenderedMessage } from "./buttons.ts";
export {
  formatDeepLink,
  miniAppUrl,
  parseDeepLink,
  telegramAppLink,
  type DeepLink,
  type DeepLinkKind,
} from "./deep-link.ts";
export {
  TelegramError,
  TelegramFileTooLarge,
  TelegramUnreachable,
  type UnreachableReason,
} from "./errors.ts";
export { CAPTION_LIMIT, fitCaption, fitText, MESSAGE_LIMIT } from "./fit-text.ts";
export {
  card,
  escapeHtml,
  html,
  joinHtml,
  line,
  progressBar,
  raw,
  type Html,
  type HtmlValue,
} from "./html.ts";
export {
  signInitData,
  verifyInitData,
  type InitDataCheck,
  type InitDataRefusal,
  type InitDataUser,
} from "./init-data.ts";
export type { CallParams, InputFile } from "./request-body.ts";
export type * from "./types.ts";
