import { objectStatesRu } from "./object-ru.ts";

/** Captions of states: `state.<entity>.<code>`. */
export const statesRu = {
  ...objectStatesRu,

  "state.task.new": "Новая",
  "state.task.assigned": "Назначена",
  "state.task.in_progress": "В работе",
  "state.task.review": "На проверке",
  "state.task.done": "Выполнена",
  "state.task.blocked": "Заблокирована",
  "state.task.cancelled": "Снята",

  "state.gpr.draft": "Черновик",
  "state.gpr.pending_signatures": "На подписании",
  "state.gpr.active": "Действует",
  "state.gpr.archived": "Прежняя",

  "state.supply.draft": "Черновик",
  "state.supply.requested": "На согласовании",
  "state.supply.approved": "Согласована",
  "state.supply.ordered": "Заказана",
  "state.supply.shipped": "В пути",
  "state.supply.partially_received": "Получена частично",
  "state.supply.delivered": "Получена",
  "state.supply.rejected": "Отклонена",
  "state.supply.cancelled": "Снята",

  "state.stage.pending": "Не начат",
  "state.stage.in_progress": "В работе",
  "state.stage.submitted": "На приёмке",
  "state.stage.accepted": "Принят",
  "state.stage.rejected": "Есть замечания",

  "state.element.design": "Проектируется",
  "state.element.production_queue": "В очереди",
  "state.element.in_production": "В производстве",
  "state.element.quality_check": "ОТК",
  "state.element.rework": "Доработка",
  "state.element.warehouse": "На складе",
  "state.element.shipped": "В пути",
  "state.element.on_site": "На объекте",
  "state.element.installed": "Смонтирован",
  "state.element.accepted": "Принят",
  "state.element.scrapped": "Брак",

  "state.document.draft": "Черновик",
  "state.document.on_review": "На проверке",
  "state.document.approved": "Утверждён",
  "state.document.issued": "В работу",
  "state.document.superseded": "Заменён",
  "state.document.annulled": "Аннулирован",

  "state.defect.open": "Открыт",
  "state.defect.assigned": "Назначен",
  "state.defect.in_work": "Устраняется",
  "state.defect.fixed": "Устранён",
  "state.defect.verified": "Проверен",
  "state.defect.disputed": "Оспорен",
  "state.defect.reopened": "Открыт снова",
  "state.defect.cancelled": "Снят",

  "state.shipment.planned": "Запланирована",
  "state.shipment.loading": "Грузится",
  "state.shipment.shipped": "В пути",
  "state.shipment.arrived": "Прибыла",
  "state.shipment.received": "Принята",
  "state.shipment.received_with_diff": "Принята с расхождением",

  "state.fact.parked": "Ждёт допуска",
  "state.fact.submitted": "Внесён",
  "state.fact.confirmed": "Подтверждён",
  "state.fact.returned": "Возвращён",

  "state.commitment.planned": "В плане",
  "state.commitment.committed": "Обещано",
  "state.commitment.done": "Сделано",
  "state.commitment.failed": "Не сделано",

  "state.person.pending": "На рассмотрении",
  "state.person.active": "Работает",
  "state.person.deactivated": "Отключён",
  "state.person.erased": "Данные удалены",
  "state.person.rejected": "Отказано",

  "state.reschedule.open": "Ждёт решения",
  "state.reschedule.approved": "Согласован",
  "state.reschedule.refused": "Срок оставлен",

  "state.workflow_step.waiting": "Ждёт",
  "state.workflow_step.active": "Идёт",
  "state.workflow_step.done": "Сделан",
  "state.workflow_step.skipped": "Пропущен",

  "state.permit.draft": "Черновик",
  "state.permit.issued": "Выдан",
  "state.permit.extended": "Продлён",
  "state.permit.closed": "Закрыт",
  "state.permit.annulled": "Аннулирован",

  "flag.overdue": "Просрочено",
  "flag.delayed": "Опаздывает",
} as const;
