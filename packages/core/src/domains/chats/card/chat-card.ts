import { shortName } from "@stsphera/contracts/format";
import { createTranslators, entityCard, line, miniAppUrl, type Rendering } from "@stsphera/telegram";
import { chatsEn } from "./locales/en.ts";
import { chatsRu } from "./locales/ru.ts";

const words = createTranslators(chatsRu, chatsEn);

/** What happened to a linked chat. */
export type ChatNews = {
  kind: "linked" | "lost" | "topic_lost" | "maker_left";
  id: number;
  objectId: number;
  objectName: string;
  title: string;
  topic: string | null;
  /** Who linked it, or whose code did. */
  by: string;
  /** The link ended with its topic. */
  ended: boolean;
};

/** What to do, or to know, after it. */
const NEXT = {
  linked: null,
  lost: "lost_next",
  topic_lost: "topic_moved",
  maker_left: "maker_left_next",
} as const;

/** The card of what happened to a linked chat. */
export const chatCard = entityCard<ChatNews, "open", Rendering>({
  name: "chat.card",
  title: ({ kind, title, topic }, { locale }) => words(locale)(kind, { title, topic: topic ?? "" }),
  lines: ({ kind, objectName, title, topic, by, ended }, { locale }) => {
    const t = words(locale);
    return [
      line(t("object"), objectName),
      kind === "topic_lost" ? line(t("chat"), title) : line(t("topic"), topic),
      kind === "linked" || kind === "maker_left" ? line(t("by"), shortName(by)) : null,
      NEXT[kind] === null ? null : t(ended && kind === "topic_lost" ? "topic_ended" : NEXT[kind]),
    ];
  },
  rows: [["open"]],
  offers: () => () => true,
  button: ({ objectId: id }, _action, { locale, publicUrl }) => ({
    kind: "webApp",
    text: words(locale)("open"),
    url: miniAppUrl(publicUrl, { kind: "object", id, section: "chats" }),
  }),
});
