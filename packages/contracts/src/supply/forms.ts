import {
  choice,
  day,
  forms,
  line,
  type Missing,
  type OnObject,
  photos,
  quantity,
  type QuantityLine,
  reason,
  whichObject,
} from "../forms/index.ts";
import type { SupplyCard, SupplyLine } from "./supply-card.ts";
import { type DiscrepancyMove, SUPPLY_UNITS, type SupplyAction, type SupplyUnit } from "./vocabulary.ts";

const MAX_PHOTOS = 20;
type Part = "rest" | "onWay";

/** Lines of which something is left to ship, or on its way. */
export const linesWith = ({ lines }: Pick<SupplyCard, "lines">, part: Part): readonly SupplyLine[] =>
  lines.filter((one) => one[part] !== "0");

/** The chosen line, or the only one; null for all of them. */
function lineOf(card: SupplyCard, answers: Readonly<Record<string, unknown>>, part: Part): SupplyLine | null {
  const lines = linesWith(card, part);
  const { lineId } = answers;
  return lines.find(({ id }) => String(id) === lineId) ?? (lines.length === 1 ? (lines[0] ?? null) : null);
}

/** All lines by the papers, or one of them counted. */
const partOf = (part: Part) =>
  [
    choice("lineId", {
      from: part,
      numeric: true,
      optional: true,
      when: (card: SupplyCard) => linesWith(card, part).length > 1,
    }),
    quantity("quantity", {
      steps: ["1", "10", "100"],
      when: (card: SupplyCard, answers) => lineOf(card, answers, part) !== null,
      line: (card: SupplyCard, answers): QuantityLine => {
        const found = lineOf(card, answers, part);
        const left = found?.[part] ?? "0";
        return { unit: found?.unit ?? "шт", most: left, rest: left };
      },
    }),
  ] as const;

const anything = (_card: unknown, sent: number): Missing[] =>
  sent > 0 ? [] : [{ what: "photos", count: 1 }];
const need = day("needOn", { ahead: [1, 3, 7], optional: true });
const amount = line("amount", { max: 24, money: true, optional: true });
const unitOf = ({ unit }: Readonly<Record<string, unknown>>): SupplyUnit =>
  SUPPLY_UNITS.find((one) => one === unit) ?? "шт";
const what = [
  line("title", { max: 200 }),
  choice("unit", { options: SUPPLY_UNITS, pairs: true, captions: "supply.unit" }),
  quantity("quantity", {
    steps: ["1", "10", "100"],
    line: (_card: unknown, answers): QuantityLine => ({ unit: unitOf(answers) }),
  }),
] as const;

/** Forms of the moves of an order, of its discrepancies and of changing it. */
export const supplyForms = forms<SupplyCard, SupplyAction | DiscrepancyMove>()({
  submit: {},
  approve: { undo: true },
  reject: { asks: [reason()], undo: true },
  revise: {},
  order: {
    asks: [
      line("supplier", { max: 120 }),
      day("promisedOn", { ahead: [1, 3, 7, 14] }),
      line("amount", { max: 24, money: true, optional: true }),
    ],
  },
  ship: { asks: [...partOf("rest")] },
  receive: {
    asks: [...partOf("onWay"), photos("fileIds", { max: MAX_PHOTOS })],
    ready: anything,
    undo: true,
  },
  cancel: { asks: [reason()] },
  edit: { anyOne: true, asks: [need, amount, line("why", { max: 1000, optional: true })] },
  addline: { asks: [...what] },
  dropline: { asks: [choice("lineId", { from: "lines", numeric: true })] },
  promise: { asks: [day("promisedOn", { ahead: [1, 3, 7, 14] }), reason()] },
  attach: { asks: [photos("fileIds", { max: MAX_PHOTOS })], ready: anything },
  undo: {},
  agree: { asks: [reason()] },
  writeoff: { asks: [reason()] },
  claim: { asks: [reason()] },
  came: {},
  close: { asks: [reason()] },
});

/** What, how much and by when; the rest has a default. */
export const newSupplyForms = forms<OnObject>()({
  create: {
    asks: [whichObject, ...what, need],
    also: [
      line("why", { max: 1000, optional: true }),
      amount,
      choice("status", { options: ["requested", "draft"] }),
      photos("fileIds", { max: MAX_PHOTOS, always: true }),
    ],
    confirm: true,
  },
});
