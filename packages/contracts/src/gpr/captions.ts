import type { Locale } from "../vocabulary.ts";
import type { GprAction, GprMove } from "./vocabulary.ts";

/** The captions of actions on versions of the schedule, for the bot, notifications and the app. */
export const GPR_CAPTIONS = {
  ru: {
    send: "Отправить на подпись",
    recall: "Вернуть в черновик",
    sign: "Подписать",
    remark: "Замечание",
    replace: "Другой подписант",
    remind: "Напомнить",
    agree: "Согласовать сдвиг",
    object: "Возразить",
    open: "Открыть",
  },
  en: {
    send: "Send for signing",
    recall: "Back to draft",
    sign: "Sign",
    remark: "Remark",
    replace: "Another signer",
    remind: "Remind",
    agree: "Agree to the shift",
    object: "Object",
    open: "Open",
  },
} as const satisfies Record<Locale, Record<GprAction | "open", string>>;

/** What a move did, as the history tells it. */
export const GPR_HISTORY = {
  ru: {
    send: "отправлена на подпись",
    recall: "возвращена в черновик",
    sign: "подписана",
    remark: "замечание",
  },
  en: { send: "sent for signing", recall: "back to draft", sign: "signed", remark: "a remark" },
} as const satisfies Record<Locale, Record<GprMove, string>>;
