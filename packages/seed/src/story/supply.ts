import type { SupplyUnit } from "@stsphera/contracts/vocabulary";
import type { Facade, Floor } from "./block-b.ts";
import type { PersonCode } from "./people.ts";
import type { When } from "./story-task.ts";
import type { Work } from "./work-plan.ts";

/** A promised day: calendar days from the day of seeding, or the day of a shift. */
export type PromisedDay = { ahead: number } | { shift: number };

export type OrderStep = { at: When; by: PersonCode } & (
  | { move: "submit" | "approve" | "ship" }
  | { move: "reject" | "cancel"; reason: string }
  | { move: "order"; supplier: string; promised: PromisedDay }
  | { move: "ship"; quantity: string }
  | { move: "promise"; promised: PromisedDay; reason: string }
  /** By the papers; the waybill is photographed. */
  | { move: "receive" }
);

/** An order of the story; shifts are counted back from the day of seeding. */
export type StoryOrder = {
  no: number;
  title: string;
  unit?: SupplyUnit;
  quantity: string;
  amount?: string;
  why?: string;
  needAhead?: number;
  by: PersonCode;
  at: When;
  /** Kept as a draft until it is sent by a step. */
  draft?: true;
  steps?: readonly OrderStep[];
};

/** Materials of the company. */
export const MATERIALS: readonly { code: string; name: string; unit: SupplyUnit }[] = [
  { code: "ПР-1", name: "Профиль рамный", unit: "м.п." },
  { code: "СП-1", name: "Стеклопакет 1410 × 2350", unit: "шт" },
  { code: "СП-2", name: "Стемалит 1410 × 1050", unit: "шт" },
  { code: "УП-1", name: "Уплотнитель EPDM", unit: "м.п." },
  { code: "ГК-1", name: "Герметик структурный", unit: "кг" },
  { code: "КН-1", name: "Кронштейн несущий", unit: "шт" },
  { code: "КВ-1", name: "Кронштейн ветровой", unit: "шт" },
  { code: "АН-12", name: "Анкер М12 × 110", unit: "шт" },
  { code: "УТ-100", name: "Минвата 100 мм", unit: "м²" },
  { code: "ГШ-600", name: "Герметик шовный, туба 600 мл", unit: "шт" },
];

/** Who keeps the dictionary, and when it was filled. */
export const DICTIONARY = { by: "gushchina", at: [26, "10:00"] } as const satisfies {
  by: PersonCode;
  at: When;
};

const approved = (shift: number, clock: string): OrderStep => ({
  at: [shift, clock],
  by: "demin",
  move: "approve",
});

export const ORDERS: readonly StoryOrder[] = [
  {
    no: 101,
    title: "ПР-1",
    quantity: "2400",
    amount: "1320000",
    by: "khomutov",
    at: [24, "09:10"],
    steps: [
      approved(24, "11:05"),
      {
        at: [23, "15:20"],
        by: "gushchina",
        move: "order",
        supplier: "ООО «Алюпроф»",
        promised: { ahead: 6 },
      },
      { at: [1, "16:40"], by: "gushchina", move: "ship" },
    ],
  },
  {
    no: 102,
    title: "СП-1",
    quantity: "120",
    amount: "1440000",
    by: "khomutov",
    at: [20, "10:15"],
    steps: [
      approved(20, "12:30"),
      {
        at: [19, "11:10"],
        by: "gushchina",
        move: "order",
        supplier: "АО «Стеклоцентр»",
        promised: { ahead: -6 },
      },
      {
        at: [7, "12:40"],
        by: "gushchina",
        move: "promise",
        promised: { ahead: 2 },
        reason: "Поставщик перенёс: линия на ремонте",
      },
      {
        at: [2, "14:05"],
        by: "gushchina",
        move: "promise",
        promised: { ahead: 9 },
        reason: "Поставщик перенёс ещё раз: нет сырья",
      },
    ],
  },
  {
    no: 103,
    title: "ГШ-600",
    quantity: "400",
    amount: "186000",
    why: "На складе 22 шт, на 1,5 смены",
    needAhead: 2,
    by: "belov",
    at: [16, "08:30"],
    draft: true,
    steps: [{ at: [2, "08:20"], by: "belov", move: "submit" }],
  },
  {
    no: 104,
    title: "УТ-100",
    quantity: "700",
    amount: "315000",
    by: "belov",
    at: [15, "09:40"],
    steps: [
      approved(15, "13:00"),
      {
        at: [13, "10:20"],
        by: "gushchina",
        move: "order",
        supplier: "ООО «Теплоснаб»",
        promised: { ahead: -1 },
      },
      { at: [3, "17:10"], by: "gushchina", move: "ship" },
    ],
  },
  {
    no: 105,
    title: "КВ-1",
    quantity: "150",
    amount: "210000",
    by: "chagina",
    at: [14, "11:25"],
    steps: [approved(2, "10:10")],
  },
  {
    no: 106,
    title: "УП-1",
    quantity: "3000",
    amount: "420000",
    by: "khomutov",
    at: [13, "14:00"],
    steps: [
      approved(13, "16:20"),
      {
        at: [12, "10:40"],
        by: "gushchina",
        move: "order",
        supplier: "ООО «Резинопласт»",
        promised: { shift: 4 },
      },
      { at: [5, "15:30"], by: "gushchina", move: "ship", quantity: "1200" },
      { at: [4, "11:15"], by: "khomutov", move: "receive" },
      {
        at: [4, "12:30"],
        by: "gushchina",
        move: "promise",
        promised: { ahead: 12 },
        reason: "Остаток придёт со следующей партией",
      },
    ],
  },
  {
    no: 107,
    title: "АН-12",
    quantity: "2000",
    amount: "96000",
    by: "belov",
    at: [12, "12:45"],
    steps: [
      approved(12, "14:10"),
      {
        at: [11, "09:30"],
        by: "gushchina",
        move: "order",
        supplier: "ООО «Крепёж-Опт»",
        promised: { shift: 7 },
      },
      { at: [8, "16:00"], by: "gushchina", move: "ship" },
      { at: [7, "09:20"], by: "belov", move: "receive" },
    ],
  },
  {
    no: 108,
    title: "Буры SDS 12 мм",
    unit: "шт",
    quantity: "40",
    by: "zhilin",
    at: [5, "10:05"],
    draft: true,
  },
  {
    no: 109,
    title: "Второй кран-паук, аренда",
    unit: "смена",
    quantity: "30",
    amount: "1740000",
    by: "zhilin",
    at: [4, "13:35"],
    steps: [{ at: [3, "09:50"], by: "samarin", move: "reject", reason: "Берём свой с базы" }],
  },
  {
    no: 110,
    title: "Лента ПСУЛ",
    unit: "м.п.",
    quantity: "900",
    amount: "54000",
    by: "gushchina",
    at: [4, "15:15"],
    steps: [{ at: [3, "11:40"], by: "gushchina", move: "cancel", reason: "Заменена уплотнителем УП-1" }],
  },
];

/** Where the photos of waybills are taken: at the gate below the south facade. */
export const GATE: { facade: Facade; floor: Floor; work: Work } = { facade: "Юг", floor: "1", work: "МОД" };

/** Key of the photos of a receipt, the same on every day of seeding. */
export const waybillKey = ({ no }: StoryOrder): string => `order ${no} waybill`;
