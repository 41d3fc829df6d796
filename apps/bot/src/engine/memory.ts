import { z } from "zod";
import { telegramPhoto } from "./photo-file.ts";
import { viewAs } from "./view-as.ts";

/** What an album is attached to, so that its later photos go to the same place. */
const photoTarget = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("journal"), batch: z.string() }),
  z.object({
    kind: z.literal("form"),
    feature: z.string(),
    dialogueId: z.string(),
    subject: z.record(z.string(), z.unknown()),
    /** True once the form was sent; photos follow no other form that has ended. */
    sent: z.boolean().default(false),
    /** Photos that the form has, and may have; null when nothing limits them. */
    room: z.object({ taken: z.number(), most: z.number() }).nullable().default(null),
  }),
]);
export type PhotoTarget = z.infer<typeof photoTarget>;

const photoBatch = z.object({
  key: z.string(),
  /** Null until the user has chosen the object. */
  objectId: z.number().nullable(),
  waiting: z.array(telegramPhoto),
  fileIds: z.array(z.number()),
});
export type PhotoBatch = z.infer<typeof photoBatch>;

const savedEntry = z.object({
  factId: z.number(),
  objectId: z.number(),
  /** The dialogue that created it. */
  dialogueId: z.string(),
  /** Key of the live card that shows it. */
  cardKey: z.string(),
  at: z.string(),
  /** What the card shows; the shape belongs to the feature that draws it. */
  view: z.record(z.string(), z.unknown()),
});
export type SavedEntry = z.infer<typeof savedEntry>;

const dialogue = z.looseObject({ feature: z.string(), id: z.string() });

/** What the bot remembers per user and chat between updates. */
const chatMemory = z.object({
  /** The open dialogue; its fields belong to the feature it names. */
  dialogue: dialogue.nullable().default(null),
  /** Interrupted dialogues, newest first, each with a short description. */
  suspended: z.array(z.object({ what: z.string(), dialogue })).default([]),
  /** The last ended dialogue and whether it wrote something, to answer repeated presses of its buttons. */
  ended: z.object({ id: z.string(), written: z.boolean() }).nullable().default(null),
  /** The object used last. */
  objectId: z.number().nullable().default(null),
  entry: savedEntry.nullable().default(null),
  /** Recent albums; data of an older version is dropped without losing the rest of the memory. */
  albums: z
    .array(z.object({ group: z.string(), target: photoTarget }))
    .default([])
    .catch([]),
  /** Photos in the day's journal that may still be attached to an entry. */
  batches: z.array(photoBatch).default([]),
  /** The role and language for which the command list was set. */
  commandsFor: z.string().nullable().default(null),
  registeredAt: z.string().nullable().default(null),
  /** The card opened from the approval list, and the page to return to. */
  opened: z.object({ kind: z.string(), id: z.number(), page: z.number() }).nullable().default(null),
  /** The role an admin is viewing as; null when they are not. */
  viewAs: viewAs.nullable().default(null),
  /** The topic of a forum in which /link was asked: its presses do not name it. */
  linking: z.object({ threadId: z.number(), topic: z.string() }).nullable().default(null),
  /** Code of the invitation link that a user without access opened. */
  invitation: z.string().nullable().default(null),
});
export type ChatMemory = z.infer<typeof chatMemory>;
export type Dialogue = z.infer<typeof dialogue>;

/** Parses stored memory; null when an incompatible version wrote it. */
export function openMemory(stored: unknown): ChatMemory | null {
  const parsed = chatMemory.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

export const emptyMemory = (): ChatMemory => chatMemory.parse({});
