import { type Answers, choice, forms, photos, reasonFor } from "../forms/index.ts";
import { DOWNTIME_REASONS } from "../vocabulary.ts";
import { SHIFT_NOTES } from "./vocabulary.ts";

/** Context of the forms of a shift: its object is known, and how many lines still need a reason. */
export type ShiftFormCard = { readonly unanswered: number };

const crews = choice("crews", { from: "crews", many: true });
const hours = choice("hours", { from: "hours", pairs: true, typed: { most: 24, whole: false } });
/** How many of one crew were there; each of several crews is counted whole. */
const workers = choice("workers", {
  from: "workers",
  pairs: true,
  optional: true,
  typed: { most: 500, whole: true },
  when: (_card: ShiftFormCard, { crews: chosen }: Answers) => Array.isArray(chosen) && chosen.length === 1,
});
const photoIds = photos("photoIds", { max: 30, always: true });

/** Forms of a shift: idle time, work without a quantity, closing. */
export const shiftForms = forms<ShiftFormCard>()({
  downtime: {
    asks: [
      crews,
      reasonFor("reason", DOWNTIME_REASONS, { captions: "reason", least: 1, max: 300, coded: true }),
      hours,
    ],
    also: [workers, photoIds],
  },
  note: { asks: [crews, choice("activity", { options: SHIFT_NOTES }), hours], also: [workers, photoIds] },
  close: {
    asks: [
      reasonFor("rest", ["not_worked", "no_material", "weather_wind", "no_front", "no_people", "other"], {
        captions: "reason",
        least: 1,
        max: 300,
        coded: true,
        when: ({ unanswered }: ShiftFormCard) => unanswered > 0,
      }),
    ],
  },
});
