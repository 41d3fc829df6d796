import { addDays, type Day, mondayOf } from "../stage/days.ts";

export const BLOCK_B = "СПК Блок Б";

export const FACADES = ["Юг", "Запад", "Восток"] as const;
export type Facade = (typeof FACADES)[number];

/** From the ground up; the technical floor is last. */
export const FLOORS = [
  "1",
  "2",
  "3",
  "4",
  "5",
  "6",
  "7",
  "8",
  "9",
  "10",
  "11",
  "12",
  "13",
  "14",
  "тех",
] as const;
export type Floor = (typeof FLOORS)[number];

/** Floors of a facade in our scope: the loading gates of Восток 1 belong to another contractor. */
export const floorsOf = (facade: Facade): readonly Floor[] =>
  facade === "Восток" ? FLOORS.slice(1) : FLOORS;

const WEEKS_BEFORE = 21;
const WEEKS = 27;

export type Frame = {
  /** The day of seeding, in the object's time zone. */
  today: Day;
  /** Monday of Н1. */
  firstMonday: Day;
  /** Wednesday of Н1. */
  start: Day;
  /** Saturday of Н27. */
  deadline: Day;
  /** Days of registration and of preparing the object, before the system is introduced. */
  registration: Day;
  preparation: Day;
};

/** Days derived from the day of seeding, which is in week Н22. */
export function frameOf(today: Day): Frame {
  const firstMonday = addDays(mondayOf(today), -7 * WEEKS_BEFORE);
  const registration = mondayOf(addDays(today, -91));
  return {
    today,
    firstMonday,
    start: addDays(firstMonday, 2),
    deadline: addDays(firstMonday, 7 * (WEEKS - 1) + 5),
    registration,
    preparation: addDays(registration, 1),
  };
}

/** Also part of the contract's number. */
const SIGNED = "2025-11-26";

/** Limit of an order without the director, in rubles. */
export const ORDER_LIMIT = "1500000";

/** Main data of the object. */
export function passportOf({ start, deadline }: Frame) {
  return {
    name: BLOCK_B,
    code: `ОБ-${start.slice(0, 4)}-01`,
    city: "Москва",
    address: "проезд Стеклодувов, вл. 6",
    customer: "ООО «СЗ «Стеклодувы»",
    contractNo: "СПК-Б-11/25",
    contractDate: start > SIGNED ? SIGNED : addDays(start, -28),
    startDate: start,
    deadline,
    facadeTypes: ["spk_modular" as const],
    budget: "302400000.00",
    workWeek: [1, 2, 3, 4, 5, 6],
    followTransfers: false,
  };
}
