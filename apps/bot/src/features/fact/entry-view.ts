import type { Fact, FactFormLine, VolumeState } from "@stsphera/contracts";
import { UNITS } from "@stsphera/contracts";
import { dayWithYear, shortName } from "@stsphera/contracts/format";
import { translator } from "@stsphera/telegram";
import { z } from "zod";
import type { SavedEntry } from "../../engine/memory.ts";
import { shortPlace, type Words, workName } from "../../engine/words.ts";

/** Deviation in per cent from which a reason is asked for. */
const ASKED_FROM = 15;

const cell = z.object({ facade: z.string(), floor: z.string() });

/** What the card of a saved entry shows. */
const entryView = z.object({
  work: z.string(),
  unit: z.enum(UNITS),
  quantity: z.string(),
  cell,
  crew: z.object({ lead: z.string(), workers: z.number().nullable() }).nullable(),
  /** Surname of whom the author stood in for. */
  behalf: z.string().nullable().default(null),
  after: z.string(),
  total: z.string(),
  pct: z.string().nullable(),
  photos: z.number(),
  photoDue: z.boolean(),
  overPlan: z.boolean(),
  /** Nobody else on the object may confirm it. */
  nobodyConfirms: z.boolean().default(false),
  reason: z.string().nullable(),
  asksReason: z.boolean(),
  /** The day of the entry, when it is not the current one. */
  day: z.string().nullable().default(null),
  /** What became of the entry; null while it waits. */
  state: z.string().nullable().default(null),
  can: z.object({ fix: z.boolean(), undo: z.boolean() }).default({ fix: true, undo: true }),
  /** Quantity before a correction. */
  was: z.string().nullable(),
  next: z.object({ volumeId: z.number(), work: z.string(), place: z.string() }).nullable(),
});
export type EntryView = z.infer<typeof entryView>;

/** The stored view of a saved entry; null when an incompatible version wrote it. */
export function viewOf(entry: SavedEntry): EntryView | null {
  const parsed = entryView.safeParse(entry.view);
  return parsed.success ? parsed.data : null;
}

const deviates = (fact: Fact): boolean =>
  fact.deviationPct !== null && Math.abs(Number(fact.deviationPct)) > ASKED_FROM;

export function reasonInWords({ locale }: Words, reason: Fact["planReason"]): string | null {
  if (reason === null) return null;
  return reason.text ?? translator(locale)(`reason.${reason.code}`);
}

function stateOf({ t }: Words, { reversedById, status, returnReason }: Fact): string | null {
  if (reversedById !== null) return t("fact.state.reversed");
  if (status === "confirmed") return t("fact.state.confirmed");
  return status === "returned" ? t("fact.state.returned", { reason: returnReason ?? "" }) : null;
}

/** Builds the view of an entry that was just saved. */
export function makeView(
  words: Words,
  fact: Fact,
  more: {
    volume: VolumeState;
    next: FactFormLine | null;
    was: string | null;
    today: string;
    nobodyConfirms?: boolean | undefined;
  },
): EntryView {
  const { volume, next, was, today, nobodyConfirms = false } = more;
  return {
    work: fact.workType.name,
    unit: fact.workType.unit,
    quantity: fact.quantity,
    cell: { facade: fact.facade, floor: fact.floor },
    crew: fact.crew === null ? null : { lead: fact.crew.lead, workers: fact.workers },
    behalf: fact.onBehalfOf ? shortName(fact.onBehalfOf.fullName) : null,
    after: volume.factQty,
    total: volume.planQty,
    pct: volume.pct,
    photos: fact.photos.length,
    photoDue: fact.photoDue,
    overPlan: fact.overPlan,
    nobodyConfirms,
    reason: reasonInWords(words, fact.planReason),
    asksReason: fact.planReason === null && deviates(fact),
    day: fact.date === today ? null : dayWithYear(fact.date, today, words.locale),
    state: stateOf(words, fact),
    can: { fix: fact.can?.correct === true, undo: fact.can?.undo === true },
    was,
    next:
      next === null
        ? null
        : { volumeId: next.floorVolumeId, work: workName(next.workType), place: shortPlace(next) },
  };
}
