import { getFactForm, notFound } from "@stsphera/core";
import { big, type Decimal, decimal, remainingOf } from "@stsphera/core/calculation";
import type { FactForm, FactFormLine } from "@stsphera/contracts";
import type { FactCard as Shared } from "@stsphera/contracts/facts/forms";
import type { Answers } from "@stsphera/contracts/forms";
import type { Shift } from "@stsphera/contracts/vocabulary";
import { z } from "zod";
import { wordsIn } from "../../engine/forms/answers.ts";
import type { Asked } from "../../engine/forms/form-feature.ts";
import { factObjects } from "../../engine/my-objects.ts";
import type { Turn } from "../../engine/turn.ts";
import { wordsOf } from "../../engine/words.ts";
import { heldWords } from "./messages/lines.ts";

/** The entry that the new one replaces, with its quantity and number of photos. */
const replacedEntry = z.object({
  factId: z.number(),
  version: z.number(),
  old: z.string(),
  photos: z.number(),
});

/** What a /fact dialogue knows besides its answers. */
export const factSubject = z.object({
  objectId: z.number().nullable().default(null),
  /** The entry to explain, or to which further photos are attached. */
  factId: z.number().nullable().default(null),
  correcting: replacedEntry.nullable().default(null),
  /** A recent entry of the same line, with its time and author. */
  duplicate: replacedEntry.extend({ at: z.string(), by: z.string() }).nullable().default(null),
  /** The remaining quantity when a refusal asked for a reason. */
  left: z.string().nullable().default(null),
  workers: z.number().nullable().default(null),
  /** Photos already recorded as files that wait for the entry. */
  fileIds: z.array(z.number()).default([]),
});
export type FactSubject = z.output<typeof factSubject>;

/** The form of the day, the chosen line, and its totals without the entry being corrected. */
export type FactCard = Shared & {
  day(): FactForm;
  entry(): FactFormLine;
  done(): Decimal;
  left(): Decimal;
};

export type At = Asked<FactSubject, FactCard>;

/** Hours of the entry: those that were set, else the shift's. */
export const hoursOf = ({ card, answers }: Pick<At, "card" | "answers">): string =>
  wordsIn(answers, "hours") ?? card.day().shiftHours;

export const isYesterday = (date: string, before: string): boolean =>
  (Date.parse(date) - Date.parse(before)) / 86_400_000 === 1;

const forms = new WeakMap<Turn, Map<string, Promise<FactForm>>>();

/** The form of an object's day, loaded once per update. */
export function loadForm(
  turn: Turn,
  objectId: number,
  date: string | null,
  shift: Shift | null = null,
): Promise<FactForm> {
  const read = forms.get(turn) ?? new Map<string, Promise<FactForm>>();
  forms.set(turn, read);
  const key = `${objectId} ${date} ${shift}`;
  const asked = {
    objectId,
    others: "true",
    ...(date === null ? {} : { date }),
    ...(shift === null ? {} : { shift }),
  } as const;
  const form = read.get(key) ?? getFactForm.run(turn.context(), asked);
  read.set(key, form);
  if (date !== null) return form;
  // The usual day is read by its name once it is known.
  return form.then((day) => {
    if (day.shift === "day") read.set(`${objectId} ${day.date} ${shift}`, form);
    return day;
  });
}

export const objectIn = (subject: FactSubject, answers: Answers): number | null => {
  const chosen = wordsIn(answers, "objectId");
  return chosen === null ? subject.objectId : Number(chosen);
};

/**
 * What the plan of the day still wants, and what was done before, unless it is more than is left: one press must not lead to a
 * reason. `old`: of an entry that is being corrected.
 */
function readyOf(
  { date }: FactForm,
  { yesterday, planToday, today }: FactFormLine,
  { old, left }: { old: string; left: string },
) {
  const before =
    yesterday === null || big(yesterday.quantity).gt(left)
      ? []
      : [
          {
            name: isYesterday(date, yesterday.date) ? ("like_yesterday" as const) : ("like_before" as const),
            quantity: yesterday.quantity,
          },
        ];
  const wanted = big(planToday ?? "0")
    .minus(today?.quantity ?? "0")
    .plus(today === null ? "0" : old);
  const plan = wanted.gt(0) ? [{ name: "by_plan" as const, quantity: decimal(wanted) }] : [];
  return [...before, ...plan];
}

/** The verb refuses more than twice the plan of the cell. */
const mostOf = (planTotal: string) => decimal(big(planTotal).times(2));

/** Builds the card of the questions; throws not_found for a day or line that is not chosen or no longer exists. */
export function makeCard(
  objects: Shared["objects"],
  form: FactForm | null,
  volumeId: string | null,
  old: string,
): FactCard {
  const day = () => {
    if (form === null) throw notFound();
    return form;
  };
  const entry = () => {
    const { lines, others } = day();
    const line = [...lines, ...others].find(({ floorVolumeId: id }) => String(id) === volumeId);
    if (line === undefined) throw notFound();
    return line;
  };
  const done = () => decimal(big(entry().done).minus(old));
  const left = () => remainingOf(entry().planTotal, done());
  const amount = () => {
    const { workType, planTotal } = entry();
    return {
      unit: workType.unit,
      most: mostOf(planTotal),
      rest: left(),
      ready: readyOf(day(), entry(), { old, left: left() }),
    };
  };
  return { objects, form, day, entry, done, left, amount };
}

export async function loadCard(turn: Turn, subject: FactSubject, answers: Answers): Promise<FactCard> {
  const objectId = objectIn(subject, answers);
  const shift = wordsIn(answers, "shift") as Shift | null;
  const form = objectId === null ? null : await loadForm(turn, objectId, wordsIn(answers, "date"), shift);
  const volumeId = wordsIn(answers, "floorVolumeId");
  // In place of the lines of a paused object another object may be chosen.
  const isHeld = form !== null && volumeId === null && heldWords(wordsOf(turn), form) !== null;
  const asksObject = objectId === null ? subject.factId === null : isHeld;
  const objects = asksObject ? await factObjects(turn) : [];
  return makeCard(objects, form, volumeId, subject.correcting?.old ?? "0");
}
