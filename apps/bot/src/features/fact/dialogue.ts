import { PLAN_REASONS } from "@stsphera/contracts";
import { z } from "zod";
import { telegramPhoto } from "../../engine/photo-file.ts";
import type { Turn } from "../../engine/turn.ts";

/** Where a dialogue of /fact stands. Steps from "quantity" to "duplicate" have a line. */
const STEPS = [
  "object",
  "lines",
  "others",
  "days",
  "quantity",
  "confirm",
  "crews",
  "note",
  "over",
  "over_words",
  "duplicate",
  "why_words",
] as const;

/** An entry whose place the new one takes, with its quantity and its photos. */
const replacedEntry = z.object({
  factId: z.number(),
  version: z.number(),
  old: z.string(),
  photos: z.number().default(0),
});

const dialogue = z.object({
  feature: z.literal("fact"),
  id: z.string(),
  step: z.enum(STEPS),
  objectId: z.number().nullable(),
  /** Null means the object's today, also when the day turns meanwhile. */
  date: z.string().nullable(),
  page: z.number(),
  volumeId: z.number().nullable(),
  quantity: z.string().nullable(),
  /** Null until a line is chosen; id null is «без бригады». */
  crew: z.object({ id: z.number().nullable(), workers: z.number().nullable() }).nullable(),
  notes: z.string().nullable(),
  reason: z.object({ code: z.enum(PLAN_REASONS), text: z.string().optional() }).nullable(),
  /** Photos not written down yet, and those that are and wait for their entry. */
  photos: z.array(telegramPhoto),
  fileIds: z.array(z.number()),
  correcting: replacedEntry.nullable(),
  confirmDuplicate: z.boolean(),
  /** The entry of the same line that was made a little before. */
  duplicate: replacedEntry.nullable(),
  /** The entry that is explained in words. */
  explaining: z.number().nullable(),
});
export type FactDialogue = z.infer<typeof dialogue>;

/** What is stored of one; null for another feature's. */
export function readFact(stored: unknown): FactDialogue | null {
  const parsed = dialogue.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

/** The dialogue of /fact that is going on, if it is. */
export const currentFact = (turn: Turn): FactDialogue | null => readFact(turn.memory().dialogue);

/** A dialogue that begins with this update. */
export function newFact(turn: Turn, fields: Partial<FactDialogue>): FactDialogue {
  return {
    feature: "fact",
    id: turn.requestId,
    step: "lines",
    objectId: null,
    date: null,
    page: 0,
    volumeId: null,
    quantity: null,
    crew: null,
    notes: null,
    reason: null,
    photos: [],
    fileIds: [],
    correcting: null,
    confirmDuplicate: false,
    duplicate: null,
    explaining: null,
    ...fields,
  };
}

/** Name of the living card of a dialogue. */
export const cardOf = (d: { id: string }): string => `fact:${d.id}`;

/** Photos that will come with the entry; a corrected one hands over its own. */
export const photosOf = (d: FactDialogue): number =>
  d.photos.length + d.fileIds.length + (d.correcting?.photos ?? 0);

/** What is left when words about an entry are in: photos sent before wait for the next line. */
export const afterExplaining = (d: FactDialogue): FactDialogue | null =>
  photosOf(d) === 0 ? null : { ...d, step: "lines", explaining: null };

/** What stays when another line is taken: the object, the day and the photos sent before. */
export function withoutEntry(d: FactDialogue): FactDialogue {
  return {
    ...d,
    volumeId: null,
    quantity: null,
    crew: null,
    notes: null,
    reason: null,
    correcting: null,
    confirmDuplicate: false,
    duplicate: null,
  };
}

/** True when a line has its number: such an entry waits while another one is made. */
export const isBegun = (d: FactDialogue | null): d is FactDialogue & { quantity: string } =>
  d !== null && d.volumeId !== null && d.quantity !== null;

/** Photos of a dialogue that is left; those written down already stay with their object. */
export function keptPhotos(
  left: FactDialogue | null,
  objectId: number | null,
): Pick<FactDialogue, "photos" | "fileIds"> {
  if (left === null || isBegun(left)) return { photos: [], fileIds: [] };
  return { photos: left.photos, fileIds: left.objectId === objectId ? left.fileIds : [] };
}
