import type { ApprovalKind } from "@stsphera/contracts/vocabulary";

const ru = {
  title: "Сводка",
  waiting: "Ждут вас",
  decisions: {
    fact_days: "Факт на подтверждение",
    fact_returned: "Факт вернули: исправить",
    task_to_take: "Взять в работу",
    task_to_judge: "Работа на проверку",
    reschedule: "Просят другой срок",
    extra_to_decide: "Доп. работы",
    gpr_signature: "Подписать ГПР",
    defect_to_assign: "Замечания без ответственного",
    defect_to_start: "Замечания вам",
    defect_to_fix: "Устранить замечания",
    defect_to_verify: "Замечания на проверке",
    defect_to_settle: "Спорные замечания",
    zone_to_lead: "Захватки без прораба",
    person: "Новые люди",
    erasure: "Удаление данных",
  } satisfies Record<ApprovalKind, string>,
  nobodyConfirms: "Подтвердить факт РП некому: добавьте ПТО или второго РП",
  own: "Ваше",
  tasks: "Ваши задачи",
  tasksToday: (all: number, today: number) => `${all}, сегодня ${today}`,
  allWaiting: (count: number) => `Все · ${count}`,
  unread: "Непрочитанные уведомления",
  objects: "Объекты",
  lateFirst: "сначала отстающие",
  idle: (hours: string) => `простой ${hours}`,
  allObjects: (count: number) => `Все объекты · ${count}`,
  empty: "Вас ещё не добавили ни на один объект",
  emptyLine: "Добавляет руководитель проекта, придёт уведомление",
  shift: "Смена",
  entered: (done: number, total: number) => `Внесено ${done} из ${total}`,
  enter: "Внести факт",
  left: (quantity: string) => `ост.\u00a0${quantity}`,
  noPlan: "На сегодня плана нет",
  shiftFailed: "Не удалось загрузить план смены",
};

/** English arrives when it is chosen (english.ts): until then nothing shows it. */
export const dashboardWords = { ru, en: ru };
