import type { Locale } from "../vocabulary.ts";

type Sentence = Readonly<Record<Locale, string>>;

/** What Telegram, a mail server or a webhook answers, by its words, and what it means. */
const KNOWN: readonly (readonly [RegExp, Sentence])[] = [
  [/bot was blocked by the user/i, { ru: "Человек заблокировал бота", en: "The person blocked the bot" }],
  [/user is deactivated/i, { ru: "Аккаунт Telegram удалён", en: "The Telegram account is deleted" }],
  [
    /can't initiate conversation|PEER_ID_INVALID/i,
    { ru: "Человек ещё не начал беседу с ботом", en: "The person has not begun a chat with the bot" },
  ],
  [
    /bot was kicked|bot is not a member/i,
    { ru: "Бота удалили из группы", en: "The bot was removed from the group" },
  ],
  [/chat not found/i, { ru: "Беседы больше нет", en: "The chat is not there any more" }],
  [
    /not enough rights|CHAT_WRITE_FORBIDDEN|have no rights|need administrator rights/i,
    {
      ru: "Боту не хватает прав в группе: разрешите ему писать",
      en: "The bot lacks rights in the group: let it write",
    },
  ],
  [
    /message thread not found|TOPIC_(?:DELETED|CLOSED)/i,
    { ru: "Темы группы больше нет", en: "The topic of the group is not there any more" },
  ],
  [
    /message (?:to edit|to be replied|to delete)? ?not found|message can't be edited/i,
    { ru: "Сообщения, которое надо изменить, больше нет", en: "The message to be changed is gone" },
  ],
  [
    /group chat was upgraded/i,
    { ru: "Группа стала супергруппой с другим номером", en: "The group became a supergroup with another id" },
  ],
  [/Too Many Requests|\b429\b/i, { ru: "Слишком много сообщений сразу", en: "Too many messages at once" }],
  [
    /Unauthorized|terminated by other getUpdates|webhook is active/i,
    { ru: "Telegram не принимает токен бота", en: "Telegram does not accept the bot's token" },
  ],
  [
    /message is too long|caption is too long|can't parse entities|BUTTON_DATA_INVALID/i,
    { ru: "Telegram не принял текст сообщения", en: "Telegram did not accept the text of the message" },
  ],
  [
    /wrong file|failed to get HTTP URL|PHOTO_INVALID|file is too big|WEBPAGE_/i,
    { ru: "Telegram не принял файл", en: "Telegram did not accept the file" },
  ],
  [
    /unreachable|did not answer in time|timed? ?out|ECONN|ENOTFOUND|EAI_AGAIN|socket hang up|fetch failed/i,
    { ru: "Нет ответа: проверьте связь и адрес", en: "No answer: check the network and the address" },
  ],
  [
    /\b535\b|Invalid login|authentication failed/i,
    {
      ru: "Почтовый сервер не принял логин или пароль",
      en: "The mail server did not accept user or password",
    },
  ],
  [
    /certificate|self.signed|\bTLS\b|\bSSL\b/i,
    { ru: "Сертификат сервера не проходит проверку", en: "The server's certificate does not pass the check" },
  ],
];

const WEBHOOK = /the webhook answered (\d{3})/;
const CODE = /\b([45]\d{2})\b/;

/** Why a message was not delivered, in the reader's words; what nobody foresaw is told with its code alone. */
export function sayDeliveryError(error: string, locale: Locale): string {
  const found = KNOWN.find(([pattern]) => pattern.test(error));
  if (found !== undefined) return found[1][locale];
  const webhook = WEBHOOK.exec(error)?.[1];
  if (webhook !== undefined)
    return locale === "ru" ? `Адрес ответил кодом ${webhook}` : `The address answered with code ${webhook}`;
  const code = CODE.exec(error)?.[1];
  if (code !== undefined)
    return locale === "ru"
      ? `Сообщение не приняли, код ${code}`
      : `The message was not accepted, code ${code}`;
  return locale === "ru" ? "Сообщение не приняли" : "The message was not accepted";
}
