import type { Locale } from "../vocabulary.ts";
import type { Party, ShiftNote } from "./vocabulary.ts";

/** Captions of what a crew did without a quantity. */
export const SHIFT_NOTE_CAPTIONS: Readonly<Record<Locale, Readonly<Record<ShiftNote, string>>>> = {
  ru: {
    unloading: "Разгрузка",
    preparation: "Подготовка",
    cleaning: "Уборка",
    rigging: "Перестановка люлек",
  },
  en: { unloading: "Unloading", preparation: "Preparation", cleaning: "Cleaning", rigging: "Moving cradles" },
};

/** Captions of who answers for idle time. */
export const PARTY_CAPTIONS: Readonly<Record<Locale, Readonly<Record<Party, string>>>> = {
  ru: {
    customer: "Заказчик",
    own_supply: "Снабжение",
    own_design: "Проектный отдел",
    own_production: "Производство",
    crew: "Бригада",
    force_majeure: "Погода",
  },
  en: {
    customer: "Customer",
    own_supply: "Supply",
    own_design: "Design",
    own_production: "Production",
    crew: "Crew",
    force_majeure: "Weather",
  },
};
