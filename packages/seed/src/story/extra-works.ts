import type { Unit } from "@stsphera/contracts/vocabulary";
import type { Facade, Floor } from "./block-b.ts";
import type { PersonCode } from "./people.ts";
import { type CellKey, cellKey, type Work } from "./work-plan.ts";

type When = readonly [shift: number, clock: string];
/** A step of its way to the customer, with its document. */
type Step = { at: When; document: string };

/** An extra work of the story; shifts are counted back from the day of seeding. */
export type StoryExtra = {
  title: string;
  quantity: string;
  unit: Unit;
  place: string;
  orderedBy: string;
  author: PersonCode;
  at: When;
  price?: string;
  /** Letter, confirmation, presentation, as far as it came. */
  steps?: readonly Step[];
  accepted?: { at: When; document: string; facade: Facade; floor: Floor; work: Work };
  rejected?: { at: When; reason: string };
};

/** One in every state, and on every step of the way to the customer. */
export const EXTRA_WORKS: readonly StoryExtra[] = [
  {
    title: "Дополнительные крышки у шахты подъёмника",
    quantity: "12",
    unit: "м.п.",
    place: "Восток 8, оси Ж–Е",
    orderedBy: "Генподрядчик, прораб Ильин",
    author: "zhilin",
    at: [30, "15:20"],
    price: "58800",
    steps: [
      { at: [28, "10:40"], document: "письмо № 97" },
      { at: [20, "12:10"], document: "согласование № 24" },
      { at: [8, "16:05"], document: "КС-2 № 4" },
    ],
    accepted: { at: [26, "09:30"], document: "письмо № 97", facade: "Восток", floor: "8", work: "КРЫ" },
  },
  {
    title: "Герметизация примыкания к Блоку А",
    quantity: "18",
    unit: "м.п.",
    place: "Восток 9, оси Ж–Е",
    orderedBy: "Заказчик, служба эксплуатации",
    author: "belov",
    at: [20, "14:10"],
    price: "126000",
    steps: [
      { at: [18, "11:15"], document: "письмо № 109" },
      { at: [9, "13:40"], document: "согласование № 31" },
    ],
    accepted: { at: [15, "10:20"], document: "письмо № 109", facade: "Восток", floor: "9", work: "ГЕР" },
  },
  {
    title: "Повторная мойка стеклопакетов",
    quantity: "240",
    unit: "м²",
    place: "Юг 1–3",
    orderedBy: "Генподрядчик, прораб Ильин",
    author: "belov",
    at: [14, "16:25"],
    rejected: { at: [13, "09:45"], reason: "Входит в договор: мойка после монтажа" },
  },
  {
    title: "Разборка ограждения проёма подъёмника",
    quantity: "36",
    unit: "м.п.",
    place: "Восток 5, оси Д–Е",
    orderedBy: "Генподрядчик, прораб Ильин",
    author: "zhilin",
    at: [12, "11:30"],
    price: "84000",
    steps: [{ at: [10, "15:00"], document: "письмо № 118" }],
  },
  {
    title: "Заделка проёма под вентиляцию",
    quantity: "4",
    unit: "шт",
    place: "Юг 11, оси 4–5",
    orderedBy: "Генподрядчик, прораб Ильин",
    author: "belov",
    at: [4, "16:10"],
  },
];

/** What the extra works added to the cells of the plan, so that the plan as it is now has them. */
export const ADDED: ReadonlyMap<CellKey, number> = new Map(
  EXTRA_WORKS.flatMap(({ accepted, quantity }) =>
    accepted === undefined ? [] : [[cellKey(accepted), Number(quantity)] as const],
  ),
);
