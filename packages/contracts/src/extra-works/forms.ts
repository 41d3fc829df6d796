import {
  choice,
  forms,
  line,
  type OnObject,
  photos,
  quantity,
  reason,
  reasonFor,
  whichObject,
} from "../forms/index.ts";
import { UNITS, type Unit } from "../vocabulary.ts";
import type { ExtraCard } from "./extra-card.ts";
import type { ExtraAction } from "./vocabulary.ts";

/** Who orders extra works; others are named in words. */
const ORDERERS = ["customer", "general_contractor", "supervision", "designer", "other"] as const;

const document = line("document", { max: 120 });

/** Forms of the moves of an extra work and of its way to the customer. */
export const extraForms = forms<ExtraCard, ExtraAction>()({
  accept: {
    asks: [
      choice("facadeId", { from: "facades", numeric: true, pairs: true }),
      choice("floorId", { from: "floors", numeric: true, pairs: true }),
      choice("workTypeId", { from: "workTypes", numeric: true }),
      document,
    ],
    undo: true,
  },
  reject: { asks: [reason()], undo: true },
  reopen: { asks: [reason()] },
  follow: { asks: [document] },
  stepback: { asks: [reason()] },
  price: { asks: [choice("price", { from: "prices", typed: { most: 999_999_999_999, whole: false } })] },
  undo: {},
});

export const newExtraForms = forms<OnObject>()({
  create: {
    asks: [
      whichObject,
      line("title", { max: 200 }),
      choice("unit", { options: UNITS, pairs: true }),
      quantity("quantity", {
        steps: ["1", "5", "10"],
        line: (_card: OnObject, { unit }) => ({ unit: (unit ?? "шт") as Unit }),
      }),
      line("place", { max: 120 }),
      reasonFor("orderedBy", ORDERERS, { least: 2, max: 120 }),
    ],
    also: [photos("fileIds", { max: 20, always: true })],
    confirm: true,
  },
});
