import type { FacadeType, Locale } from "../vocabulary.ts";
import type { ObjectMove } from "./vocabulary.ts";

type Captions = Readonly<Record<ObjectMove, string>>;

const ru: Captions = {
  plan: "Начать подготовку",
  transfer: "Перевести в работу",
  hold: "Приостановить",
  resume: "Возобновить",
  complete: "Начать сдачу",
  continue: "Вернуть в работу",
  close: "Закрыть объект",
  reopen: "Открыть снова",
  archive: "В архив",
};

const en: Captions = {
  plan: "Start preparation",
  transfer: "Start the work",
  hold: "Put on hold",
  resume: "Resume",
  complete: "Start the hand-over",
  continue: "Return to work",
  close: "Close the object",
  reopen: "Reopen",
  archive: "Archive",
};

/** The captions of the moves of an object. */
export const OBJECT_CAPTIONS = { ru, en };

/** Kinds of facades, as a form offers them and a passport names them. */
export const FACADE_TYPE_CAPTIONS = {
  ru: { nvf: "Вентилируемый (НВФ)", spk: "Стоечно-ригельный (СПК)", spk_modular: "Модульный (СПК)" },
  en: { nvf: "Ventilated", spk: "Stick system", spk_modular: "Unitised" },
} as const satisfies Record<Locale, Record<FacadeType, string>>;
