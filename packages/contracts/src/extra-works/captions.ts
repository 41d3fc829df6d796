import type { Locale } from "../vocabulary.ts";
import type { ExtraAction, ExtraMove, ExtraStage } from "./vocabulary.ts";

/** The captions of actions on extra works, for the bot, notifications and the app. */
export const EXTRA_CAPTIONS = {
  ru: {
    accept: "Принять",
    reject: "Отклонить",
    reopen: "Вернуть на рассмотрение",
    follow: "Следующий шаг",
    stepback: "Шаг назад",
    price: "Цена",
    undo: "Отменить · 10 мин",
    open: "Открыть",
  },
  en: {
    accept: "Accept",
    reject: "Reject",
    reopen: "Decide anew",
    follow: "Next step",
    stepback: "Step back",
    price: "Price",
    undo: "Undo · 10 min",
    open: "Open",
  },
} as const satisfies Record<Locale, Record<ExtraAction | "open", string>>;

/** The steps of the way to the customer. */
export const EXTRA_STAGE_CAPTIONS = {
  ru: { verbal: "на словах", letter: "письмо", confirmed: "подтверждено", presented: "предъявлено" },
  en: { verbal: "only said", letter: "letter", confirmed: "confirmed", presented: "presented" },
} as const satisfies Record<Locale, Record<ExtraStage, string>>;

/** What a move did, as the history tells it. */
export const EXTRA_HISTORY = {
  ru: { accept: "принята в план", reject: "отклонена", reopen: "возвращена на рассмотрение" },
  en: { accept: "accepted into the plan", reject: "rejected", reopen: "to be decided anew" },
} as const satisfies Record<Locale, Record<ExtraMove, string>>;
