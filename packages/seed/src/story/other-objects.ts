import { addDays } from "../stage/days.ts";
import type { Frame } from "./block-b.ts";
import type { PersonCode } from "./people.ts";

const codeOf = (frame: Frame, number: number) => `ОБ-${frame.start.slice(0, 4)}-0${number}`;

/** A school with a ventilated facade, in planning. */
export const schoolOf = (frame: Frame) => ({
  name: "НВФ Школа на 1100 мест",
  code: codeOf(frame, 2),
  city: "Москва",
  address: "Новая Москва, ул. Черничная, уч. 14",
  customer: "ООО «СЗ «Черничный квартал»",
  contractNo: "НВФ-Ш-02",
  contractDate: addDays(frame.today, -52),
  startDate: addDays(frame.today, 24),
  deadline: addDays(frame.today, 24 + 7 * 30),
  facadeTypes: ["nvf" as const],
  budget: "118600000.00",
});

export const SCHOOL_TEAM: readonly PersonCode[] = [
  "demin",
  "chagina",
  "gushchina",
  "khomutov",
  "belov",
  "klimova",
];
export const SCHOOL_FACADES = ["А", "Б", "В", "Г"] as const;
export const SCHOOL_FLOORS = ["1", "2", "3", "4"] as const;

/** A draft left after contract and team: no manager, no facades. */
export const atriumOf = (frame: Frame) => ({
  name: "СПК Атриум",
  code: codeOf(frame, 3),
  city: "Москва",
  address: "Павелецкая наб., вл. 8",
  customer: "АО «Атриум Девелопмент»",
  contractNo: "СПК-А-07",
  startDate: addDays(frame.today, 45),
  deadline: addDays(frame.today, 45 + 7 * 26),
  facadeTypes: ["spk" as const],
});
