import { createTranslators } from "@stsphera/telegram";

const ru = {
  many: "🔔 Новости объекта: {count}",
  more: "и ещё {count}",
  open: "Открыть объект",
} as const;

const en = {
  many: "🔔 News of the object: {count}",
  more: "and {count} more",
  open: "Open the object",
} as const satisfies Record<keyof typeof ru, string>;

/** Words of messages to chats that tell several things. */
export const groupWords = createTranslators(ru, en);
