import { answerCallbackQuery } from "./answer-callback-query.ts";
import { getChatMember } from "./get-chat-member.ts";
import { getChatMenuButton, setChatMenuButton } from "./chat-menu-button.ts";
import { setMyCommands } from "./commands.ts";
import { deleteMessage } from "./delete-message.ts";
import { editMessageReplyMarkup } from "./edit-message-reply-markup.ts";
import { editMessageText } from "./edit-message-text.ts";
import { getFile } from "./get-file.ts";
import { getMe } from "./get-me.ts";
import { getUpdates } from "./get-updates.ts";
import type { Method } from "./method.ts";
import { sendDocument } from "./send-document.ts";
import { sendMessage } from "./send-message.ts";
import { deleteWebhook, setWebhook } from "./webhook.ts";

const methods: Record<string, Method> = {
  answerCallbackQuery,
  deleteMessage,
  deleteWebhook,
  getChatMember,
  getChatMenuButton,
  editMessageReplyMarkup,
  editMessageText,
  getFile,
  getMe,
  getUpdates,
  sendDocument,
  sendMessage,
  setChatMenuButton,
  setMyCommands,
  setWebhook,
};

const byLowerName = new Map(
  Object.entries(methods).map(([name, method]) => [name.toLowerCase(), { name, method }]),
);

/** A method by its name, which is case-insensitive as in Telegram. */
export function findMethod(name: string): { name: string; method: Method } | undefined {
  return byLowerName.get(name.toLowerCase());
}
