import type { SystemHealth } from "@stsphera/contracts";
import { formatQuantity, plural } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { sayDuration, type SystemState } from "../../../platform/watch/index.ts";

const WORDS = {
  ru: {
    database: "База данных",
    queues: "В очередях",
    deploy: "Последнее обновление",
    noDeploy: "не записано",
    failed: "не удалось",
    ago: (words: string) => `${words} назад`,
    waiting: (count: number) => `${plural(count, "ru", { one: "Ждёт", other: "Ждут" })} доступа: ${count}`,
    unwanted: (count: number) => `Не дошло сообщений до тех, кто заблокировал бота, за неделю: ${count}`,
    unreachable: (count: number) => `Не получают сообщений (бот заблокирован): ${count}`,
    queued: (events: number, messages: number, files: number) =>
      `событий ${events}, сообщений ${messages}, файлов ${files}`,
    pushes: "Уведомления в браузерах",
    pushed: (browsers: number, sent: number, failed: number) =>
      `включены в ${browsers}, за сутки дошло ${sent}, не дошло ${failed}`,
    gigabytes: "ГБ",
  },
  en: {
    database: "Database",
    queues: "In the queues",
    deploy: "Last deploy",
    noDeploy: "not recorded",
    failed: "failed",
    ago: (words: string) => `${words} ago`,
    waiting: (count: number) => `Waiting for access: ${count}`,
    unwanted: (count: number) => `Messages of a week to those who blocked the bot: ${count}`,
    unreachable: (count: number) => `Get no messages (the bot is blocked): ${count}`,
    queued: (events: number, messages: number, files: number) =>
      `${events} events, ${messages} messages, ${files} files`,
    pushes: "Notifications in browsers",
    pushed: (browsers: number, sent: number, failed: number) =>
      `on in ${browsers}, of 24 hours ${sent} arrived, ${failed} failed`,
    gigabytes: "GB",
  },
} as const;

const gigabytes = (bytes: number, locale: Locale) =>
  `${formatQuantity((bytes / 1e9).toFixed(2), locale)}\u00a0${WORDS[locale].gigabytes}`;

/** Figures that are neither good nor bad. */
export function sayFacts(state: SystemState, locale: Locale): SystemHealth["facts"] {
  const words = WORDS[locale];
  const { outbox, deliveries, files, deploy } = state;
  const deployed =
    deploy === null
      ? words.noDeploy
      : [deploy.version, words.ago(sayDuration(deploy.age, locale)), deploy.ok ? null : words.failed]
          .filter((part) => part !== null)
          .join(", ");
  return [
    { name: "database", caption: words.database, text: gigabytes(state.databaseBytes, locale) },
    {
      name: "queues",
      caption: words.queues,
      text: words.queued(outbox.waiting, deliveries.queued, files.waiting),
    },
    {
      name: "pushes",
      caption: words.pushes,
      text: words.pushed(state.pushes.browsers, state.pushes.sent, state.pushes.failed),
    },
    { name: "deploy", caption: words.deploy, text: deployed },
  ];
}

/** People who need the administrator. */
export function sayPeople(
  { people, deliveries: { unwanted } }: SystemState,
  locale: Locale,
): SystemHealth["needs"] {
  const words = WORDS[locale];
  const { waiting, unreachable } = people;
  return [
    ...(waiting === 0
      ? []
      : [{ name: "people_waiting", text: words.waiting(waiting), place: "/people?status=pending" }]),
    ...(unreachable === 0
      ? []
      : [{ name: "people_unreachable", text: words.unreachable(unreachable), place: "/people" }]),
    ...(unwanted === 0
      ? []
      : [{ name: "messages_unwanted", text: words.unwanted(unwanted), place: "/admin/messages" }]),
  ];
}
