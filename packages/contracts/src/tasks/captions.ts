import type { Locale } from "../vocabulary.ts";
import type { RescheduleMove, TaskAction, TaskMove, TaskPriority } from "./vocabulary.ts";

/** Captions of task buttons: every action by name, and captions that depend on the state of the task. */
export type TaskCaption =
  | TaskAction
  | RescheduleMove
  | "open"
  | "escalate"
  | "answer"
  | "intervene"
  | "passon";

/** The captions of task actions, for the bot, notifications and the app. */
export const TASK_CAPTIONS = {
  ru: {
    take: "Беру в работу",
    decline: "Не беру",
    submit: "Сдать",
    accept: "Работа принята",
    return: "Вернуть",
    block: "Не могу сделать",
    unblock: "Решить",
    cancel: "Снять",
    reopen: "Открыть снова",
    assign: "Назначить",
    reassign: "Назначить другого",
    comment: "Вопрос",
    escalate: "Эскалировать",
    answer: "Ответить",
    intervene: "Вмешаться",
    passon: "Переназначить",
    edit: "Изменить",
    postpone: "Перенести",
    undo: "Отменить · 10 мин",
    approve: "Согласовать",
    refuse: "Оставить срок",
    open: "Открыть",
  },
  en: {
    take: "I'll take it",
    decline: "Not taking it",
    submit: "Hand in",
    accept: "Work accepted",
    return: "Return",
    block: "I can't do it",
    unblock: "Solve",
    cancel: "Call off",
    reopen: "Reopen",
    assign: "Assign",
    reassign: "Assign another",
    comment: "Question",
    escalate: "Escalate",
    answer: "Answer",
    intervene: "Step in",
    passon: "Reassign",
    edit: "Change",
    postpone: "Another date",
    undo: "Undo · 10 min",
    approve: "Agree",
    refuse: "Keep the date",
    open: "Open",
  },
} as const satisfies Record<Locale, Record<TaskCaption, string>>;

/** What a move did, as the history of a task tells it. */
export const TASK_HISTORY = {
  ru: {
    assign: "назначена",
    reassign: "передана другому",
    take: "взята в работу",
    decline: "не взята",
    submit: "сдана на проверку",
    accept: "работа принята",
    return: "возвращена",
    block: "работа встала",
    unblock: "снова в работе",
    cancel: "снята",
    reopen: "открыта снова",
  },
  en: {
    assign: "assigned",
    reassign: "passed on",
    take: "taken",
    decline: "not taken",
    submit: "handed in",
    accept: "work accepted",
    return: "returned",
    block: "stopped",
    unblock: "in progress again",
    cancel: "called off",
    reopen: "reopened",
  },
} as const satisfies Record<Locale, Record<TaskMove, string>>;

/** Importance as a form offers it and a row names it. */
export const PRIORITY_CAPTIONS = {
  ru: { low: "Низкая", normal: "Обычная", high: "Высокая", critical: "Критичная" },
  en: { low: "Low", normal: "Normal", high: "High", critical: "Critical" },
} as const satisfies Record<Locale, Record<TaskPriority, string>>;
