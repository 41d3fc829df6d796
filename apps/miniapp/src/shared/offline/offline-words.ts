import { plural } from "../i18n/plural.ts";
import type { Thing } from "./queue-item.ts";

const COUNTED: Readonly<
  Record<Thing, { readonly ru: [string, string, string]; readonly en: [string, string] }>
> = {
  fact: { ru: ["факт", "факта", "фактов"], en: ["fact", "facts"] },
  photo: { ru: ["фото", "фото", "фото"], en: ["photo", "photos"] },
  comment: { ru: ["сообщение", "сообщения", "сообщений"], en: ["message", "messages"] },
  act: { ru: ["действие", "действия", "действий"], en: ["action", "actions"] },
  mark: { ru: ["отметка", "отметки", "отметок"], en: ["mark", "marks"] },
};

const ru = {
  thing: (count: number, thing: Thing) => {
    const [one, few, other] = COUNTED[thing].ru;
    return `${count} ${plural(count, "ru", { one, few, other })}`;
  },
  queued: (things: string) => `в очереди ${things}`,
  refused: (things: string) => `не принято: ${things}`,
  waiting: "Ждут отправки",
  willGo: (what: string) => `${what}: уйдёт при связи`,
  fleeting: "Память телефона закрыта или полна. Не закрывайте приложение, пока это не уйдёт",
  here: "ждёт отправки",
  notTaken: "не принято",
  remove: "Убрать",
  removed: "Убрано из очереди",
};

const en: typeof ru = {
  thing: (count, thing) => {
    const [one, other] = COUNTED[thing].en;
    return `${count} ${plural(count, "en", { one, other })}`;
  },
  queued: (things) => `${things} queued`,
  refused: (things) => `refused: ${things}`,
  waiting: "Waiting to be sent",
  willGo: (what) => `${what}: goes with the network`,
  fleeting: "The phone's storage is shut or full. Keep the app open until this has gone",
  here: "waits to be sent",
  notTaken: "refused",
  remove: "Remove",
  removed: "Removed from the queue",
};

export const offlineWords = { ru, en };
