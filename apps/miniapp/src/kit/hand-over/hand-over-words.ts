import { plural } from "../../shared/i18n/plural.ts";

const tasks = (count: number) =>
  `${count} ${plural(count, "ru", { one: "открытая задача", few: "открытые задачи", other: "открытых задач" })}`;

const ru = {
  question: (count: number) => `${tasks(count)}: передать кому?`,
  stays: "Оставить как есть",
  reason: (name: string) => `Передача дел: ${name}`,
  back: (name: string) => `Снова в команде: ${name}`,
  given: (count: number) => `Передано: ${tasks(count)}`,
  give: "Передать",
  title: "Передать задачи",
  unmoved: (count: number) => `Ещё ${tasks(count)} на проверке или в блокировке: их передают по одной`,
};

const en: typeof ru = {
  question: (count) => `${count} open ${count === 1 ? "task" : "tasks"}: give to whom?`,
  stays: "Leave them as they are",
  reason: (name) => `Handing over: ${name}`,
  back: (name) => `In the team again: ${name}`,
  given: (count) => `Given: ${count} ${count === 1 ? "task" : "tasks"}`,
  give: "Give",
  title: "Hand tasks over",
  unmoved: (count) =>
    `${count} more ${count === 1 ? "is" : "are"} being judged or blocked: these are given one by one`,
};

export const handOverWords = { ru, en };
