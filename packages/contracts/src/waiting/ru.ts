import type { WaitingTodo } from "./kind-words.ts";

/** What waits for a decision, in Russian. The first load of the app holds this alone. */
export const waitingRu: WaitingTodo = {
  fact_days: "Подтвердить факт",
  fact_returned: "Исправить факт",
  task_to_judge: "Проверить задачи",
  task_to_take: "Взять в работу",
  task_to_unblock: "Снять помеху",
  reschedule: "Решить о сроках",
  extra_to_decide: "Решить о доп. работах",
  gpr_signature: "Подписать ГПР",
  gpr_shift: "Ответить на сдвиги ГПР",
  defect_to_assign: "Назначить замечания",
  defect_to_start: "Взять замечания",
  defect_to_fix: "Устранить замечания",
  defect_to_verify: "Проверить замечания",
  defect_to_settle: "Решить спор о замечаниях",
  supply_to_approve: "Согласовать заявки",
  supply_to_order: "Заказать",
  supply_to_receive: "Принять поставки",
  supply_to_settle: "Решить расхождения",
  zone_to_lead: "Назначить прораба захватке",
  person: "Открыть доступ",
  erasure: "Удалить данные",
};
