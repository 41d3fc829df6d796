import { plural } from "../format/plural.ts";
import type { WaitingWords } from "./kind-words.ts";

/** What waits for a decision, in Russian. */
export const waitingRu: WaitingWords = {
  fact_days: {
    todo: "Подтвердить факт",
    short: "Факт",
    what: ({ day, count }) =>
      `факт за ${day}, ${count} ${plural(count, "ru", { one: "запись", few: "записи", other: "записей" })}`,
  },
  fact_returned: {
    todo: "Исправить факт",
    short: "Исправить",
    what: ({ day }) => `факт за ${day} возвращён, исправьте`,
  },
  task_to_judge: { todo: "Проверить задачи", short: "Проверка", what: "сдана на проверку" },
  task_to_take: { todo: "Взять в работу", short: "Задачи", what: "задача вам" },
  task_to_unblock: { todo: "Снять помеху", short: "Помехи", what: "стоит, ждёт вас" },
  reschedule: { todo: "Решить о сроках", short: "Сроки", what: ({ day }) => `просят срок ${day}` },
  extra_to_decide: {
    todo: "Решить о доп. работах",
    short: "Доп. работы",
    what: "работа сверх договора",
  },
  gpr_signature: { todo: "Подписать ГПР", short: "ГПР", what: "график на подпись" },
  defect_to_assign: {
    todo: "Назначить замечания",
    short: "Замечания назначить",
    what: "замечание без ответственного",
  },
  defect_to_start: { todo: "Взять замечания", short: "Замечания вам", what: "замечание вам" },
  defect_to_fix: {
    todo: "Устранить замечания",
    short: "Замечания устранить",
    what: "замечание у вас в устранении",
  },
  defect_to_verify: {
    todo: "Проверить замечания",
    short: "Замечания проверить",
    what: "замечание устранено, проверьте",
  },
  defect_to_settle: { todo: "Решить спор о замечаниях", short: "Споры", what: "замечание оспорено" },
  zone_to_lead: {
    todo: "Назначить прораба захватке",
    short: "Захватки",
    what: "захватка без прораба",
  },
  person: { todo: "Открыть доступ", short: "Люди", what: "ждёт доступа" },
  erasure: { todo: "Удалить данные", short: "Удаление данных", what: "просьба удалить данные" },
};
