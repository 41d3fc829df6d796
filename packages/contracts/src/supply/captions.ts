import type { Locale } from "../vocabulary.ts";
import type { DiscrepancyMove, DiscrepancyStatus, SupplyAction, SupplyMove } from "./vocabulary.ts";

/** The captions of actions on orders and their discrepancies, for the bot, notifications and the app. */
export const SUPPLY_CAPTIONS = {
  ru: {
    submit: "На согласование",
    approve: "Согласовать",
    reject: "Отклонить",
    revise: "Вернуть в черновик",
    order: "Заказано",
    ship: "Отгружено",
    receive: "Приехало",
    cancel: "Снять заявку",
    edit: "Изменить",
    addline: "Добавить строку",
    dropline: "Убрать строку",
    promise: "Новая дата",
    attach: "Добавить файлы",
    undo: "Отменить · 10 мин",
    open: "Открыть",
    agree: "Без допоставки",
    writeoff: "Списать",
    claim: "Претензия",
    came: "Довезли",
    close: "Закрыть претензию",
  },
  en: {
    submit: "Send for approval",
    approve: "Approve",
    reject: "Reject",
    revise: "Back to draft",
    order: "Ordered",
    ship: "Shipped",
    receive: "It has come",
    cancel: "Cancel the order",
    edit: "Change",
    addline: "Add a line",
    dropline: "Remove a line",
    promise: "New date",
    attach: "Add files",
    undo: "Undo · 10 min",
    open: "Open",
    agree: "Nothing more comes",
    writeoff: "Write off",
    claim: "Claim",
    came: "It came",
    close: "Close the claim",
  },
} as const satisfies Record<Locale, Record<SupplyAction | DiscrepancyMove | "open", string>>;

/** What a move did, as the history tells it. */
export const SUPPLY_HISTORY = {
  ru: {
    submit: "на согласовании",
    approve: "согласовано",
    reject: "отклонено",
    revise: "возвращено в черновик",
    order: "заказано",
    ship: "отгружено",
    receive: "принято",
    cancel: "снято",
  },
  en: {
    submit: "sent for approval",
    approve: "approved",
    reject: "rejected",
    revise: "taken back to a draft",
    order: "ordered",
    ship: "shipped",
    receive: "received",
    cancel: "cancelled",
  },
} as const satisfies Record<Locale, Record<SupplyMove, string>>;

export const DISCREPANCY_CAPTIONS = {
  ru: {
    open: "не решено",
    agreed: "без допоставки",
    written_off: "списано",
    claimed: "претензия",
    delivered: "довезли",
    closed: "претензия закрыта",
  },
  en: {
    open: "open",
    agreed: "nothing more comes",
    written_off: "written off",
    claimed: "claimed",
    delivered: "it came",
    closed: "claim closed",
  },
} as const satisfies Record<Locale, Record<DiscrepancyStatus, string>>;

/** The number by which people call an order of an object: «ЗК-103». */
export const supplyCode = ({ number }: { readonly number: number }, locale: Locale): string =>
  `${locale === "ru" ? "ЗК" : "SO"}-${number}`;
