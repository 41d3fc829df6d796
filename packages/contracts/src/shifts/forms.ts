import { choice, forms, photos, reasonFor } from "../forms/index.ts";
import { DOWNTIME_REASONS } from "../vocabulary.ts";
import { SHIFT_NOTES } from "./vocabulary.ts";

/** Context of the forms of a shift: its object is known, and how many lines still need a reason. */
export type ShiftFormCard = { readonly unanswered: number };

const crews = choice("crews", { from: "crews", many: true });
const hours = choice("hours", { from: "hours", pairs: true, typed: { most: 24, whole: false } });
const photoIds = photos("photoIds", { max: 30, always: true });

/** Forms of a shift: idle time, work without a quantity, closing. */
export const shiftForms = forms<ShiftFormCard>()({
  downtime: {
    asks: [crews, reasonFor("reason", DOWNTIME_REASONS, { captions: "reason", least: 1, max: 300 }), hours],
    also: [photoIds],
  },
  note: { asks: [crews, choice("activity", { options: SHIFT_NOTES }), hours], also: [photoIds] },
  close: {
    asks: [
      reasonFor("rest", ["not_worked", "no_material", "weather_wind", "no_front", "no_people", "other"], {
        captions: "reason",
        least: 1,
        max: 300,
        when: ({ unanswered }: ShiftFormCard) => unanswered > 0,
      }),
    ],
  },
});
