import { answerCallbackQuery } from "./answer-callback-query.ts";
import { getChatMenuButton, setChatMenuButton } from "./chat-menu-button.ts";
import { getChatAdministrators, getChatMember } from "./chat-members.ts";
import { deleteMyCommands, getMyCommands, setMyCommands } from "./commands.ts";
import { copyMessage } from "./copy-message.ts";
import { deleteMessage } from "./delete-message.ts";
import { editMessageCaption } from "./edit-message-caption.ts";
import { editMessageMedia } from "./edit-message-media.ts";
import { editMessageReplyMarkup } from "./edit-message-reply-markup.ts";
import { editMessageText } from "./edit-message-text.ts";
import { forwardMessage } from "./forward-message.ts";
import { getChat } from "./get-chat.ts";
import { getFile } from "./get-file.ts";
import { getMe } from "./get-me.ts";
import { getUpdates } from "./get-updates.ts";
import type { Method } from "./method.ts";
import { pinChatMessage } from "./pin-chat-message.ts";
import { sendChatAction } from "./send-chat-action.ts";
import { sendDocument } from "./send-document.ts";
import { sendMediaGroup } from "./send-media-group.ts";
import { sendMessage } from "./send-message.ts";
import { sendPhoto } from "./send-photo.ts";
import { deleteWebhook, getWebhookInfo, setWebhook } from "./webhook.ts";

const methods: Record<string, Method> = {
  answerCallbackQuery,
  copyMessage,
  deleteMessage,
  deleteMyCommands,
  deleteWebhook,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  editMessageText,
  forwardMessage,
  getChat,
  getChatAdministrators,
  getChatMember,
  getChatMenuButton,
  getFile,
  getMe,
  getMyCommands,
  getUpdates,
  getWebhookInfo,
  pinChatMessage,
  sendChatAction,
  sendDocument,
  sendMediaGroup,
  sendMessage,
  sendPhoto,
  setChatMenuButton,
  setMyCommands,
  setWebhook,
};

const byLowerName = new Map(
  Object.entries(methods).map(([name, method]) => [name.toLowerCase(), { name, method }]),
);

/** A method by its name in any case, as Telegram takes it. */
export function findMethod(name: string): { name: string; method: Method } | undefined {
  return byLowerName.get(name.toLowerCase());
}
