import { plural } from "../format/plural.ts";
import type { WaitingRows } from "./kind-words.ts";

/** What waits, in its row and in a filter, in Russian. */
export const waitingRowsRu: WaitingRows = {
  fact_days: {
    short: "Факт",
    what: ({ day, count }) =>
      `факт за ${day}, ${count} ${plural(count, "ru", { one: "запись", few: "записи", other: "записей" })}`,
  },
  fact_returned: { short: "Исправить", what: ({ day }) => `факт за ${day} возвращён, исправьте` },
  task_to_judge: { short: "Проверка", what: "сдана на проверку" },
  task_to_take: { short: "Задачи", what: "задача вам" },
  task_to_unblock: { short: "Помехи", what: "стоит, ждёт вас" },
  reschedule: { short: "Сроки", what: ({ day }) => `просят срок ${day}` },
  extra_to_decide: { short: "Доп. работы", what: "работа сверх договора" },
  gpr_signature: { short: "ГПР", what: "график на подпись" },
  gpr_shift: { short: "Сдвиги ГПР", what: "сдвиг ГПР" },
  defect_to_assign: { short: "Замечания назначить", what: "замечание без ответственного" },
  defect_to_start: { short: "Замечания вам", what: "замечание вам" },
  defect_to_fix: { short: "Замечания устранить", what: "замечание у вас в устранении" },
  defect_to_verify: { short: "Замечания проверить", what: "замечание устранено, проверьте" },
  defect_to_settle: { short: "Споры", what: "замечание оспорено" },
  supply_to_approve: { short: "Заявки", what: "заявка на согласование" },
  supply_to_order: { short: "Заказать", what: "согласовано, закажите" },
  supply_to_receive: { short: "Принять", what: "поставка в пути, примите" },
  supply_to_settle: { short: "Расхождения", what: "приехало не всё" },
  zone_to_lead: { short: "Захватки", what: "захватка без прораба" },
  person: { short: "Люди", what: "ждёт доступа" },
  erasure: { short: "Удаление данных", what: "просьба удалить данные" },
};
