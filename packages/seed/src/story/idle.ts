import type { DowntimeReason, Party } from "@stsphera/contracts/vocabulary";
import type { PersonCode } from "./people.ts";

/** Idle time of crews in a shift, counted back from the day of seeding. */
export type Idle = {
  shift: number;
  crews: readonly { code: string; workers: number; hours: string }[];
  reason: DowntimeReason;
  party: Party;
  words: string;
  author: PersonCode;
};

const modules1 = { code: "БР-5", workers: 8, hours: "8" };
const modules2 = { code: "БР-6", workers: 7, hours: "8" };

const NO_GLASS = "Модулей на Восток нет: нет стеклопакетов СП-1";

/** All idle time of the story: ten rows of crews, 552 man-hours. */
export const IDLE: readonly Idle[] = [
  {
    shift: 33,
    crews: [modules1],
    reason: "customer_stop",
    party: "customer",
    words: "Закрыта зона разгрузки, работы генподрядчика",
    author: "belov",
  },
  {
    shift: 25,
    crews: [modules1],
    reason: "equipment",
    party: "own_supply",
    words: "Кран-паук в ремонте",
    author: "belov",
  },
  {
    shift: 24,
    crews: [{ ...modules1, hours: "5" }],
    reason: "no_material",
    party: "own_production",
    words: "Машина с модулями пришла в 14:00",
    author: "belov",
  },
  {
    shift: 18,
    crews: [modules1],
    reason: "no_people",
    party: "crew",
    words: "Медосмотр и обучение по высоте",
    author: "belov",
  },
  {
    shift: 17,
    crews: [modules2],
    reason: "no_material",
    party: "own_supply",
    words: NO_GLASS,
    author: "zhilin",
  },
  {
    shift: 16,
    crews: [modules2],
    reason: "no_material",
    party: "own_supply",
    words: NO_GLASS,
    author: "zhilin",
  },
  {
    shift: 15,
    crews: [modules2],
    reason: "no_front",
    party: "own_production",
    words: "Переход на Запад, перестановка люлек",
    author: "zhilin",
  },
  {
    shift: 11,
    crews: [modules1, modules2],
    reason: "weather_wind",
    party: "force_majeure",
    words: "Порывы 9 м/с: подъём модулей остановлен, люльки работают",
    author: "belov",
  },
  {
    shift: 9,
    crews: [{ ...modules1, hours: "4" }],
    reason: "equipment",
    party: "own_supply",
    words: "Лебёдка, ремонт до 12:00",
    author: "belov",
  },
];
