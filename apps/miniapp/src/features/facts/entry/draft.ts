import { fromMilli, type Milli, toMilli } from "@stsphera/contracts/format";
import type { FactForm } from "@stsphera/contracts";
import { WHOLE_UNITS, type PlanReason } from "@stsphera/contracts/vocabulary";
import { typedMilli } from "../../../shared/format/typed.ts";
import type { CrewRef } from "../../../shared/facts/crew-name.ts";
import { enteredFact } from "./queued-fact.ts";
import type { Target } from "./target.ts";

/** What the sheet holds until it is saved. */
export type Draft = {
  readonly text: string;
  readonly crewId: number | null;
  readonly workers: number | null;
  readonly hours: string;
  readonly note: string;
  readonly reason: PlanReason | null;
  readonly reasonWords: string;
  readonly correctionReason: string;
};

export type Problem = "empty" | "not_number" | "whole" | "reason" | "words" | "correction_reason";
export type Verdict = {
  readonly value: Milli | null;
  readonly problem: Problem | null;
  /** More than is left; null when it is not. */
  readonly over: Milli | null;
  /** Less than the day's plan by more than its seventh part; null when it is not. */
  readonly under: Milli | null;
  /** What will stand in the cell. */
  readonly after: Milli;
};

const UNDER_SHARE = 0.85;
const SHORTEST_REASON = 5;

type FormFacts = Pick<FactForm, "shiftHours"> & { readonly crews: readonly CrewRef[] };

function startingQuantity({ line, correcting, mending, queued }: Target): string {
  if (correcting) return correcting.quantity;
  if (mending) return enteredFact(mending)?.quantity ?? "";
  // What stands today or waits already is added to: the next figure starts from nothing.
  if (line.today !== null || queued !== undefined) return "0";
  return line.planToday ?? line.yesterday?.quantity ?? "0";
}

/** A refused entry opens as it was sent. */
function mendedDraft(start: Draft, target: Target): Draft {
  const sent = target.mending ? enteredFact(target.mending) : null;
  if (sent === null) return start;
  return {
    ...start,
    crewId: sent.crewId ?? start.crewId,
    workers: sent.workers ?? start.workers,
    hours: sent.hours ?? start.hours,
    note: sent.notes ?? "",
    reason: sent.planReason?.code ?? null,
    reasonWords: sent.planReason?.text ?? "",
  };
}

/** The sheet opens filled: the plan's figure, and the crew and people of the last time. */
export function startDraft(target: Target, form: FormFacts): Draft {
  const { line, correcting } = target;
  const crewId = correcting
    ? (correcting.crew?.id ?? null)
    : (line.suggestedCrewId ?? line.yesterday?.crewId ?? null);
  const crew = form.crews.find((known) => known.id === crewId);
  const start: Draft = {
    text: startingQuantity(target).replace(".", ","),
    crewId,
    workers: correcting ? correcting.workers : (line.yesterday?.workers ?? crew?.size ?? null),
    hours: correcting?.hours ?? form.shiftHours,
    note: correcting?.notes ?? "",
    reason: correcting?.planReason?.code ?? null,
    reasonWords: correcting?.planReason?.text ?? "",
    correctionReason: "",
  };
  return mendedDraft(start, target);
}

function problemOf(draft: Draft, target: Target, value: Milli | null, over: Milli | null): Problem | null {
  if (draft.text.trim() === "" || value === 0) return "empty";
  if (value === null) return "not_number";
  if (WHOLE_UNITS.includes(target.line.workType.unit) && value % 1000 !== 0) return "whole";
  if (over !== null && draft.reason === null) return "reason";
  if (draft.reason === "other" && draft.reasonWords.trim() === "") return "words";
  return null;
}

/** Looks at the draft: may it be saved, and what would become of the cell. */
export function judge(draft: Draft, target: Target, needsReason = false): Verdict {
  const value = typedMilli(draft.text);
  const left = toMilli(target.line.remaining);
  const plan = target.line.planToday === null ? null : toMilli(target.line.planToday);
  const over = target.known && value !== null && value > left ? value - left : null;
  const isUnder = value !== null && value > 0 && plan !== null && value < plan * UNDER_SHARE;
  const problem = problemOf(draft, target, value, over);
  const lacksWhy = needsReason && draft.correctionReason.trim().length < SHORTEST_REASON;
  return {
    value,
    problem: problem ?? (lacksWhy ? "correction_reason" : null),
    over,
    under: isUnder && over === null ? plan - value : null,
    after: toMilli(target.line.done) + (value ?? 0),
  };
}

/** The fields that an entry and its correction share, as the API takes them. */
export function fieldsOf(draft: Draft, value: Milli, shiftHours: string, photoIds: readonly number[]) {
  const words = draft.reasonWords.trim();
  const note = draft.note.trim();
  return {
    quantity: fromMilli(value),
    ...(draft.workers === null ? {} : { workers: draft.workers }),
    ...(draft.hours === shiftHours ? {} : { hours: draft.hours }),
    ...(draft.crewId === null ? {} : { crewId: draft.crewId }),
    ...(note === "" ? {} : { notes: note }),
    ...(draft.reason === null
      ? {}
      : { planReason: { code: draft.reason, ...(words === "" ? {} : { text: words }) } }),
    photoIds: [...photoIds],
  };
}
