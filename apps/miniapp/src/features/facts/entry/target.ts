import { fromMilli, subtract, toMilli, shortWorkName } from "@stsphera/contracts/format";
import type { Fact, FactForm, FactFormLine } from "@stsphera/contracts";
import type { QueueItem } from "../../../shared/offline/queue-item.ts";
import { enteredFact } from "./queued-fact.ts";

/** What the sheet is opened for: a new figure of a line, the correction of an entry, or a refused one to mend. */
export type Target = {
  readonly line: FactFormLine;
  /** False when the form does not hold the line, so that its plan and what is left are not known here. */
  readonly known: boolean;
  readonly correcting?: Fact;
  readonly mending?: QueueItem;
  /** What of this line waits on the phone already, in its unit. */
  readonly queued?: string;
};

export const lineName = (line: Pick<FactFormLine, "workType" | "facade" | "floor">): string =>
  `${shortWorkName(line.workType.name)} · ${line.facade} ${line.floor}`;

const allLines = (form: FactForm | undefined): FactFormLine[] =>
  form ? [...form.lines, ...form.others] : [];

export function lineTarget(line: FactFormLine): Target {
  return { line, known: true };
}

/** A line of which something waits on the phone: that much counts as done already. */
export function queuedTarget(line: FactFormLine, items: readonly QueueItem[]): Target {
  const waiting = items.flatMap((item) => {
    const fact = item.state === "waiting" ? enteredFact(item) : null;
    return fact === null ? [] : [toMilli(fact.quantity)];
  });
  if (waiting.length === 0) return lineTarget(line);
  const sum = waiting.reduce((total, next) => total + next, 0);
  const remaining = fromMilli(Math.max(0, toMilli(line.remaining) - sum));
  const done = fromMilli(toMilli(line.done) + sum);
  return { line: { ...line, done, remaining }, known: true, queued: fromMilli(sum) };
}

/** The line as it stood before the entry: what the entry took counts as left again. */
export function correctionTarget(fact: Fact, form: FactForm | undefined): Target {
  const found = allLines(form).find((line) => line.floorVolumeId === fact.floorVolumeId);
  if (found === undefined) {
    const { floorVolumeId, workType, facade, floor, requiresPhoto, planQty } = fact;
    const blank = { planTotal: "0", done: "0", remaining: "0", yesterday: null, today: null, gate: null };
    const whose = "other" as const;
    const line = {
      ...blank,
      floorVolumeId,
      workType,
      facade,
      floor,
      requiresPhoto,
      planToday: planQty,
      whose,
    };
    return { line: { ...line, suggestedCrewId: fact.crew?.id ?? null }, known: false, correcting: fact };
  }
  const done = subtract(found.done, fact.quantity);
  const remaining = fromMilli(toMilli(found.planTotal) - toMilli(done));
  return { line: { ...found, done, remaining, today: null }, known: true, correcting: fact };
}

/** The line of a refused entry, when the form still holds it. */
export function repairTarget(item: QueueItem, form: FactForm | undefined): Target | null {
  const fact = enteredFact(item);
  if (fact === null) return null;
  const line = allLines(form).find((known) => known.floorVolumeId === fact.floorVolumeId);
  return line === undefined ? null : { line, known: true, mending: item };
}

/** The same thing on its line as the newest form tells it: somebody else may have entered it meanwhile. */
export function renewedTarget(target: Target, form: FactForm): Target {
  if (target.correcting || target.queued !== undefined) return target;
  const { floorVolumeId } = target.line;
  const line = allLines(form).find((known) => known.floorVolumeId === floorVolumeId);
  return line === undefined ? target : { ...target, line };
}

/** The server has asked about this entry already. */
export const wasDuplicate = ({ mending }: Pick<Target, "mending">): boolean =>
  mending?.refusal?.code === "possible_duplicate";

/** The sheet has said that the figure will be added to one that stands or waits: no need to ask again. */
export const isKnowinglyAdded = (target: Target): boolean =>
  wasDuplicate(target) || target.queued !== undefined;
