import {
  type Answers,
  choice,
  day,
  forms,
  line,
  photos,
  quantity,
  type QuantityLine,
  reasonFor,
  shiftDay,
  words,
} from "../forms/index.ts";
import type { FactForm } from "./facts.ts";

/** Why an entry exceeds the remainder. */
export const OVER_REASONS = ["remeasure", "plan_error", "extra_work", "rework", "other"] as const;

/** Likely quantities of an entry: that of the day before, that of the last day worked, that of the plan. */
const READY_QUANTITIES = ["like_yesterday", "like_before", "by_plan"] as const;
export type ReadyQuantity = (typeof READY_QUANTITIES)[number];

/** Context of the entry form: the objects to choose from, then the day's form of the chosen object. */
export type FactCard = {
  readonly objects: readonly { readonly id: number; readonly name: string }[];
  readonly form: FactForm | null;
  /** The chosen line; throws when there is none. */
  amount(): QuantityLine<ReadyQuantity>;
};

/** Maximum number of days offered. */
const MAX_DAYS = 12;

/** Today and back to the oldest day that may be entered. */
function openDays({ form }: FactCard): string[] {
  if (form === null) return [];
  const days = Array.from({ length: MAX_DAYS }, (_, ago) => shiftDay(form.today, -ago));
  return days.filter((date) => date >= form.earliest);
}

/** People and hours are those of a crew. */
const hasCrew = (_card: FactCard, { crewId }: Answers): boolean =>
  typeof crewId === "string" && Number(crewId) > 0;

/** Forms for entering work and explaining a deviation. */
export const factForms = forms<FactCard>()({
  enter: {
    asks: [
      choice("objectId", { from: "objects", when: ({ objects }: FactCard) => objects.length > 1 }),
      choice("floorVolumeId", { from: "lines", rare: true, searched: true }),
      quantity("quantity", {
        ready: READY_QUANTITIES,
        steps: ["5", "10"],
        change: ["-1", "1", "5"],
        line: (card: FactCard) => card.amount(),
      }),
    ],
    also: [
      day("date", { ahead: [], past: true, days: openDays, at: ["floorVolumeId"] }),
      choice("shift", {
        from: "shifts",
        pairs: true,
        at: ["floorVolumeId"],
        when: ({ form }: FactCard) => form?.nights === true,
      }),
      choice("crewId", {
        from: "crews",
        pairs: true,
        at: ["quantity", "confirm"],
        when: ({ form }: FactCard) => (form?.crews.length ?? 0) > 0,
      }),
      choice("workers", {
        from: "workers",
        pairs: true,
        typed: { most: 500, whole: true },
        when: hasCrew,
      }),
      choice("hours", {
        from: "hours",
        pairs: true,
        typed: { most: 24, whole: false },
        when: hasCrew,
      }),
      words("notes", { max: 2000 }),
      photos("photoIds", { max: 30, always: true }),
    ],
    follows: [
      reasonFor("planReason", OVER_REASONS, {
        captions: "reason",
        least: 1,
        max: 300,
        coded: true,
        back: "quantity",
      }),
      choice("duplicate", { from: "duplicate" }),
    ],
    typed: "quantity",
    confirm: true,
  },
  explain: { asks: [line("text", { max: 300 })] },
});

/** Photos of a day without an entry. */
export const journalForms = forms<object>()({
  add: {
    asks: [photos("fileIds", { max: 30 })],
    ready: (_card, sent) => (sent > 0 ? [] : [{ what: "photos", count: 1 }]),
  },
});
